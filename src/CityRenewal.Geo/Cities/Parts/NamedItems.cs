using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Protected items with the building that each of them is.</summary>
/// <param name="Layer">The items; building_id is one of the buildings' where one was found.</param>
/// <param name="Defects">Items that fit several buildings alike, or name one that does not exist.</param>
/// <param name="ById">Items that named their building.</param>
/// <param name="ByPlace">Items whose building their position told.</param>
public sealed record NamedItems(SourceLayer Layer, IReadOnlyList<Defects.Defect> Defects, int ById, int ByPlace);
