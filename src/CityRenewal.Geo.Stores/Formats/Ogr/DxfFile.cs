using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A drawing in DXF: each of its CAD layers is a layer. Closed polylines and hatches become polygons.</summary>
internal sealed class DxfFile : IDeliveredFile
{
    private readonly string _path;
    private readonly Ogr _ogr;

    public DxfFile(string path, Ogr ogr, CancellationToken cancel)
    {
        (_path, _ogr, Name) = (path, ogr, Path.GetFileName(path));
        Layers = List(DxfEncoding.Of(Name, path, given: null).Gdal, cancel);
    }

    public string Name { get; }

    public IReadOnlyList<string> Layers { get; }

    public DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("converting " + layer, 0));
        var (gdal, reason) = DxfEncoding.Of(Name, _path, encoding);
        string[] chosen = ["-where", $"Layer = '{layer.Replace("'", "''", StringComparison.Ordinal)}'"];
        using var converted = new OgrConversion(_ogr, _path);
        converted.Convert("entities", chosen, Environment(gdal), cancel);
        var lines = converted.Read(ShapeKind.Line, progress, cancel);
        var hatches = converted.Read(ShapeKind.Polygon, progress, cancel);
        var drawn = new DxfShapes(lines.Layer.Shapes, hatches.Layer.Shapes);
        var read = GeoPackageFile.ToLayer(lines, Name, layer);
        return DeletedRows.Without(drawn.LeftOut, read with
        {
            Shapes = drawn.Shapes,
            Clue = ReferenceSystemClue.None,
            Defects = [],
            Notes = ["read as DXF through GDAL", Ogr.ArcNote, $"text is {reason}", .. drawn.Notes],
        });
    }

    private List<string> List(string? encoding, CancellationToken cancel)
    {
        string[] distinct = ["-f", "CSV", "/vsistdout/", _path, "-sql", "SELECT DISTINCT Layer FROM entities"];
        var rows = CsvText.Rows(Name, _ogr.Turn(_path, distinct, Environment(encoding), cancel).Output, ',', cancel);
        var layers = rows.Skip(1).Select(row => row[0]).Where(layer => layer.Length > 0).Order(StringComparer.Ordinal).ToList();
        return layers.Count > 0 ? layers : throw new StoreException(
            Name, "it draws nothing.", "Look whether the drawing is whole, or save it as DXF again.");
    }

    private static Dictionary<string, string> Environment(string? encoding) =>
        encoding is null ? [] : new Dictionary<string, string> { ["DXF_ENCODING"] = encoding };
}
