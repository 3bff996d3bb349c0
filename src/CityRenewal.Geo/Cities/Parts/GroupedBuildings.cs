using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Buildings made of their parts.</summary>
/// <param name="Layer">One row a building; parts are kept in its column `parts`.</param>
/// <param name="Defects">What could not be grouped, and what the parts say differently.</param>
/// <param name="Rows">Rows that were delivered.</param>
/// <param name="Grouped">Buildings that were made of several rows.</param>
public sealed record GroupedBuildings(SourceLayer Layer, IReadOnlyList<Defect> Defects, int Rows, int Grouped);
