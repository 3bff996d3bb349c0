using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>A city made of delivered layers, and everything that could not be taken as it was delivered.</summary>
/// <param name="City">The city.</param>
/// <param name="Defects">What was mended, left without a shape, or is ambiguous; in the order of <see cref="Defect.Compare"/>.</param>
public sealed record AssembledCity(City City, IReadOnlyList<Defect> Defects);
