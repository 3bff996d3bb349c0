using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>A defect with the piece of land that it is about.</summary>
/// <param name="Defect">The defect.</param>
/// <param name="Outline">Its land on the city's grid, one feature.</param>
public sealed record DefectLand(Defect Defect, PolygonColumns Outline);
