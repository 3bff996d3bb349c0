namespace CityRenewal.Geo.Register;

/// <summary>Something that a ledger brings and that was otherwise before.</summary>
/// <param name="Building">Code of the building.</param>
/// <param name="Field">The field.</param>
/// <param name="Old">What was recorded before, else for a correction what the city knows; empty where neither is known.</param>
/// <param name="New">What the ledger says; empty where it takes an earlier record back.</param>
public sealed record LedgerChange(string Building, LedgerField Field, string Old, string New);
