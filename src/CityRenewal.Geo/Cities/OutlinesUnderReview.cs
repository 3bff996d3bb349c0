using CityRenewal.Geo.Areas;
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

    /// <summary>
    /// Which of them are projects, as many: the id of the area that each is a project of, empty where its place tells that,
    /// null for an area itself. Empty where all are areas.
    /// </summary>
    public IReadOnlyList<string?> ProjectsOf { get; init; } = [];

    /// <summary>
    /// What is proposed for the buildings of each, as many; null where nothing is. Empty where nothing is proposed anywhere. A
    /// project has what its area has.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<BuildingDisposition>?> Dispositions { get; init; } = [];

    /// <summary>The area of a project; null for an area itself.</summary>
    internal string? ProjectOf(int i) => i < ProjectsOf.Count ? ProjectsOf[i] : null;

    /// <summary>What is proposed in one of them.</summary>
    internal IReadOnlyList<BuildingDisposition>? DispositionsOf(int i) => i < Dispositions.Count ? Dispositions[i] : null;
}
