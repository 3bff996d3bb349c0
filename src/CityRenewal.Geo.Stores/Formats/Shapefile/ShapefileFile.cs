using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>One Shapefile, or several in a zip.</summary>
internal sealed class ShapefileFile(string name, IReadOnlyList<ShapefileParts> shapefiles) : IDeliveredFile
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Layers { get; } = [.. shapefiles.Select(parts => parts.Stem)];

    public DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var parts = shapefiles.First(found => found.Stem == layer);
        var shp = Needed(parts, ".shp", "the shapes lie in it");
        var dbf = Needed(parts, ".dbf", "the attributes lie in it");
        var (shx, indexNotes) = ShxIndex.Of(parts.Find(".shx"));
        var (text, reason) = DbfEncoding.Of(parts.File, dbf, parts.Find(".cpg"), encoding);
        progress?.Report(new WorkProgress("reading " + layer, 0));
        var reading = Task.Run(() => DbfTable.Read(layer + ".dbf", dbf, text, cancel), CancellationToken.None);
        using var shapes = new ShapeCollector();
        var shpReader = new ShpReader(layer + ".shp", shp, shapes);
        var records = shpReader.ReadAll(shx, cancel);
        progress?.Report(new WorkProgress("reading " + layer, 0.5));
        var table = reading.GetAwaiter().GetResult();
        if (table.Rows != records)
        {
            throw new StoreException(
                parts.File,
                $"{layer}.shp has {records:N0} shapes and {layer}.dbf {table.Rows:N0} rows.",
                "The two do not belong together, or one is cut short: export the layer again.");
        }

        return ToLayer(parts, shapes, shpReader, table, [$"text is {text.WebName.ToUpperInvariant()}: {reason}", .. indexNotes]);
    }

    private static DeliveredLayer ToLayer(
        ShapefileParts parts, ShapeCollector shapes, ShpReader shpReader, DbfTable table, IReadOnlyList<string> notes)
    {
        long[] fids = [.. Enumerable.Range(0, shapes.Count).Select(row => (long)row)];
        var defects = shpReader.BrokenRecords.Select(row => GeometryDefects.BrokenGeometry.At(
            new FeaturePlace(parts.Stem, "", row, double.NaN, double.NaN), "its record does not hold what its counts say")).ToList();
        if (shpReader.HasHigherDimensions)
        {
            defects.Add(GeometryDefects.ExtraDimension.At(FeaturePlace.WholeLayer(parts.Stem)));
        }

        var (kept, mixed) = DeliveredShapes.From(shapes, parts.Stem, fids);
        var layer = new DeliveredLayer
        {
            File = parts.File,
            Name = parts.Stem,
            Shapes = kept,
            Fids = fids,
            Columns = table.Columns,
            Clue = Projection(parts),
            Defects = [.. defects, .. mixed],
            Notes = table.Deleted.Count == 0 ? notes : [.. notes, $"{table.Deleted.Count} rows are marked as deleted and left out"],
        };
        return DeletedRows.Without(table.Deleted, layer);
    }

    private static byte[] Needed(ShapefileParts parts, string extension, string why) =>
        parts.Find(extension) ?? throw new StoreException(
            parts.File, $"{parts.Stem}{extension} is missing: {why}.", "Deliver the .shp, .shx and .dbf together, and the .prj and .cpg where there are.");

    // QGIS 2 wrote a .qpj beside the .prj, which says more: it speaks where the .prj is missing or not understood.
    private static ReferenceSystemClue Projection(ShapefileParts parts)
    {
        var prj = ProjectionText.Of(parts.Find(".prj"), parts.Stem + ".prj");
        var isUnderstood = prj.WellKnownText is { } text && ReferenceSystemRecognition.Of(text) is { } found && (found.Epsg ?? (int?)found.OldDatum) is not null;
        var qpj = isUnderstood ? ReferenceSystemClue.None : ProjectionText.Of(parts.Find(".qpj"), parts.Stem + ".qpj");
        return qpj == ReferenceSystemClue.None ? prj : qpj;
    }
}
