using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Outlines read from a file, with their names and what is wrong with them.</summary>
/// <param name="Ids">Name of each outline: its id field, else its name, else its number in the file.</param>
/// <param name="Shapes">Original coordinates.</param>
/// <param name="Epsg">Reference system; 0 for a declared local metric one.</param>
/// <param name="Reason">By what the reference system was settled.</param>
/// <param name="Defects">All defects, in the order of <see cref="Defect.Compare"/>.</param>
public sealed record OutlineLayer(
    IReadOnlyList<string> Ids, SourceShapes Shapes, int Epsg, string Reason, IReadOnlyList<Defect> Defects)
{
    /// <summary>
    /// For each outline the area that it is a project of, empty where the file names none; null for an area itself: a row is a
    /// project where its field project, project_id, 项目 or 项目编号 is filled in, which is its id then.
    /// </summary>
    public IReadOnlyList<string?> ProjectsOf { get; init; } = [];

    /// <summary>These outlines with others behind them that are all projects.</summary>
    /// <exception cref="StoreException">The two are in different reference systems.</exception>
    public OutlineLayer WithProjects(OutlineLayer projects, string path) => projects.Epsg != Epsg
        ? throw new StoreException(path, $"its projects are in EPSG {projects.Epsg}, the areas in {Epsg}.", "Give both in one reference system.")
        : new OutlineLayer([.. Ids, .. projects.Ids], Shapes.Followed(projects.Shapes), Epsg, Reason, [.. Defects, .. projects.Defects])
        {
            ProjectsOf = [.. ProjectsOf, .. projects.Ids.Select((_, row) => projects.ProjectsOf[row] ?? projects.AreasNamed[row])],
        };

    /// <summary>For each outline the area that its row names; empty where it names none.</summary>
    internal IReadOnlyList<string> AreasNamed { get; init; } = [];
}

/// <summary>Reads outlines to be measured from any file that an import reads; fields need no mapping.</summary>
public static class OutlineReader
{
    private static readonly string[] ProjectFields = ["project", "project_id", "项目", "项目编号"];
    private static readonly string[] AreaFields = ["area_id", "area", "片区", "片区编号"];

    private static readonly string[] IdFields = ["id", "area_id", "area", "fid", "name", "编号", "名称"];

    /// <summary>Reads one polygon layer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">Layer of the file; null takes the only one.</param>
    /// <param name="epsg">Reference system for a file that names none.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="StoreException">The file, its layer or its reference system cannot be used.</exception>
    public static OutlineLayer Read(
        string path, string? layer, int? epsg, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var problems = new ImportProblems();
        var files = DeliveredFiles.Open([path], problems, cancel);
        problems.ThrowIfAny();
        var delivered = problems.Try(path, () => files[0].Read(LayerOf(files[0], layer), encoding: null, progress, cancel));
        problems.ThrowIfAny();
        if (delivered!.Shapes.Kind != ShapeKind.Polygon)
        {
            throw new StoreException(path, $"its layer '{delivered.Name}' holds {delivered.Shapes.Kind.ToString().ToLowerInvariant()}s.", "Give a layer of polygons.");
        }

        var (layerInSystem, settled, reason) = ReferenceSystemChoice.For(delivered, new SystemAsked(epsg));
        var system = settled ?? throw new SystemQuestion(
            ReferenceSystemChoice.Named(delivered),
            delivered.Name,
            reason,
            SystemCandidates.Of(layerInSystem, [], (code, _) => $"--crs {code}"),
            []).ToRefusal();
        var source = new SourceLayer
        {
            Name = delivered.Name,
            Epsg = system,
            Shapes = delivered.Shapes,
            Fids = delivered.Fids,
            Columns = delivered.Columns,
            Origin = delivered.File,
        };
        var found = LayerChecks.Check([source], DefectOptions.WithoutBaseline, progress, cancel);
        var (projects, areas) = (TextsOf(delivered, ProjectFields), TextsOf(delivered, AreaFields));
        var ids = IdsOf(delivered);
        return new OutlineLayer(
            [.. ids.Select((id, row) => projects[row].Length > 0 ? projects[row] : id)], delivered.Shapes, system, reason,
            DefectList.Merged(delivered.Defects, found))
        {
            ProjectsOf = [.. projects.Select((project, row) => project.Length > 0 ? areas[row] : null)],
            AreasNamed = areas,
        };
    }

    private static IReadOnlyList<string> TextsOf(DeliveredLayer layer, string[] names) =>
        names.Select(layer.Field).OfType<TextSource>().FirstOrDefault() is { } column
            ? [.. Enumerable.Range(0, layer.Shapes.Count).Select(row => column.Values[row].Trim())]
            : [.. Enumerable.Repeat("", layer.Shapes.Count)];

    private static string LayerOf(IDeliveredFile file, string? layer)
    {
        if (layer is not null && file.Layers.Contains(layer))
        {
            return layer;
        }

        return layer is null && file.Layers.Count == 1
            ? file.Layers[0]
            : throw new StoreException(
                file.Name,
                layer is null ? $"it holds {file.Layers.Count} layers." : $"it has no layer '{layer}'.",
                $"Name one of them with --layer: {string.Join(", ", file.Layers)}.");
    }

    private static IReadOnlyList<string> IdsOf(DeliveredLayer layer)
    {
        var column = IdFields.Select(layer.Field).FirstOrDefault(field => field is not null);
        return [.. Enumerable.Range(0, layer.Shapes.Count).Select(row => column switch
        {
            TextSource text when text.Values[row].Length > 0 => text.Values[row],
            IntegerSource whole when whole.Values[row] != Unknown.Integer => whole.Values[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
            RealSource real when double.IsFinite(real.Values[row]) => real.Values[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            _ => layer.Fids[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
        })];
    }
}
