namespace CityRenewal.Geo.Register;

/// <summary>A row of a building ledger: all that the city knows of one building, and what was recorded of it before.</summary>
/// <param name="Id">Code of the building.</param>
/// <param name="Area">Id of the area that it belongs to; empty where it belongs to none.</param>
/// <param name="Known">What the city knows, in the order of <see cref="BuildingLedger.KnownFields"/>; null where it is unknown.</param>
/// <param name="Recorded">What earlier ledgers brought back, by the name of the field.</param>
public sealed record LedgerBuilding(string Id, string Area, IReadOnlyList<object?> Known, IReadOnlyDictionary<string, string> Recorded);
