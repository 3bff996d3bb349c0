namespace CityRenewal.Geo.Compliance;

/// <summary>What a thing gives to the sums of a finding that is no row of the present layers: a building as it stood at a baseline.</summary>
/// <param name="Name">Its id.</param>
/// <param name="By">The projects and boundaries that take it; empty where it went and nobody registered it.</param>
/// <param name="Version">The version of the city's buildings that it was read from; null where the present layers stand for it.</param>
/// <param name="Whole">All that it holds, in the unit of the sum; NaN where unknown.</param>
/// <param name="Above">What it gives above the line.</param>
/// <param name="Below">What it gives below the line.</param>
public sealed record NamedPart(string Name, IReadOnlyList<string> By, int? Version, double Whole, double Above, double Below);
