namespace CityRenewal.Geo.Compliance;

/// <summary>Where a rule is written.</summary>
/// <param name="Source">The source, by its id in the pack.</param>
/// <param name="Clause">Article or clause; empty where the text has none.</param>
public sealed record Citation(string Source, string Clause);
