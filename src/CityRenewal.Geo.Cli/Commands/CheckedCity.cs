using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>A city with its layers as delivered and what reading and checking them found.</summary>
/// <param name="City">The city.</param>
/// <param name="Layers">Its layers as delivered.</param>
/// <param name="Defects">What is known of them.</param>
internal sealed record CheckedCity(City City, IReadOnlyList<SourceLayer> Layers, IReadOnlyList<Defect> Defects);
