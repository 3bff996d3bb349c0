namespace CityRenewal.Geo.Register;

/// <summary>What an entry takes of one building.</summary>
/// <param name="Building">Id of the building.</param>
/// <param name="Elective">Share of its floor area that goes by choice, in [0, 1].</param>
/// <param name="Exempt">Share that goes and does not count, in [0, 1]; both together at most 1.</param>
public sealed record DemolitionClaim(string Building, double Elective, double Exempt);
