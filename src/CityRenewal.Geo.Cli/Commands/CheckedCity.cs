using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>A city with its layers as delivered and what reading and checking them found.</summary>
/// <param name="Work">The work on the city.</param>
/// <param name="Layers">Its layers as delivered, or what the check of a city still asks of them.</param>
/// <param name="Defects">What is known of them.</param>
internal sealed record CheckedCity(CityWork Work, IReadOnlyList<SourceLayer> Layers, IReadOnlyList<Defect> Defects);
