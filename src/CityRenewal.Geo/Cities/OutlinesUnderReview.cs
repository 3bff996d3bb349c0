using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Boundaries as they come.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Shapes">Polygons in original coordinates, as many.</param>
/// <param name="Epsg">Their reference system; 0 for a declared local metric one.</param>
public sealed record OutlinesUnderReview(IReadOnlyList<string> Ids, SourceShapes Shapes, int Epsg)
{
    /// <summary>What people state of every one of them: numbers that rules ask for, documents on file.</summary>
    public Metrics.AreaDeclaration Declared { get; init; } = Metrics.AreaDeclaration.None;
}
