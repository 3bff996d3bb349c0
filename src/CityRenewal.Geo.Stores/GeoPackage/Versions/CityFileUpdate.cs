using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>Brings layers into an existing city file as its next version, all in one transaction.</summary>
internal static class CityFileUpdate
{
    internal static IReadOnlyList<LayerVersion> Run(
        string path, IReadOnlyList<SourceLayer> layers, TimeSpan patience, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var converted = CityLayers.Checked(layers, path);
        using var file = SqliteFile.OpenToWrite(path, patience);
        CitySchema.Check(file);
        file.Execute("BEGIN IMMEDIATE");
        CityMigrations.Apply(file);
        var made = new List<LayerVersion>();
        foreach (var layer in converted)
        {
            VersionOutsideEdits(file, layer.Name, made, cancel);
        }

        foreach (var layer in layers)
        {
            CitySettings.Raise(file, layer.Name, layer.Classification);
        }

        var version = NextVersion(file);
        foreach (var layer in converted)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress($"Comparing {layer.Name}", 0));
            if (Bring(file, layer, version, progress, cancel) is { } brought)
            {
                made.Add(brought);
            }
        }

        cancel.ThrowIfCancellationRequested();
        file.Execute("COMMIT");
        return made;
    }

    private static LayerVersion? Bring(
        SqliteFile file, SourceLayer layer, int version, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var digests = LayerHash.RowDigests(layer);
        var brought = new LayerVersion(layer.Name, version, LayerHash.Of(layer, digests), layer.Origin, layer.Epsg, layer.Shapes.Count);
        var current = LayerVersion.ReadCurrent(file).FirstOrDefault(known => known.Layer == layer.Name);
        if (current is null)
        {
            CityFileWriter.WriteLayer(file, layer, brought, progress, cancel);
            return brought;
        }

        if (current.Hash == brought.Hash)
        {
            return null;
        }

        Replace(file, layer, digests, brought, cancel);
        brought.Write(file);
        return brought;
    }

    private static void Replace(
        SqliteFile file, SourceLayer layer, UInt128[] digests, LayerVersion brought, CancellationToken cancel)
    {
        var schema = LayerSchema.Find(layer.Name)!;
        var rows = LayerRows.InFileOrder(layer, schema.IdColumn, (CitySchema.FromVersion, brought.Version));
        var table = FeatureTable.ReadAll(file).Single(table => table.Name == layer.Name);
        var isOtherKind = table.GeometryType != rows.GeometryType || table.Reference.Epsg != layer.Epsg;
        EditTracking.Remove(file, layer.Name);
        SpatialIndex.Drop(file, layer.Name);
        AddMissingColumns(file, table, layer);
        var change = isOtherKind
            ? RowChange.All(file, layer, rows.Order)
            : RowChange.Between(CityFileReader.ReadCurrent(file, layer.Name, cancel).Layer, digests, rows.Order);
        History.End(file, layer.Name, change.Gone, brought.Version);
        FeatureTableWriter.Insert(file, rows.Only(change.Added), NextFid(file, layer.Name), progress: null, cancel);
        Finish(file, layer, rows.GeometryType, schema, cancel);
    }

    private static void Finish(SqliteFile file, SourceLayer layer, string geometryType, LayerSchema schema, CancellationToken cancel)
    {
        var boxes = StoredBoxes.Of(file, layer.Name, out var extent, cancel);
        SpatialReferences.Ensure(file, layer.Epsg);
        GeoPackageTables.ListFeatures(file, new FeatureTableShape(layer.Name, schema.Title, layer.Origin, geometryType, layer.Epsg), extent);
        SpatialIndex.Build(file, layer.Name, boxes);
        EditTracking.Install(file, layer.Name);
        LayerStyles.Put(file, layer.Name, geometryType);
    }

    // What was edited in QGIS gets a version of its own first, so that the rows it made do not vanish without a trace.
    private static void VersionOutsideEdits(SqliteFile file, string layer, List<LayerVersion> made, CancellationToken cancel)
    {
        if (LayerVersion.ReadCurrent(file).All(known => known.Layer != layer) || !EditTracking.HasEdits(file, layer))
        {
            return;
        }

        var present = CityFileReader.ReadCurrent(file, layer, cancel).Layer;
        var version = new LayerVersion(
            layer, NextVersion(file), LayerHash.Of(present, LayerHash.RowDigests(present)), "edited outside this program",
            present.Epsg, present.Shapes.Count);
        EditTracking.Remove(file, layer);
        file.Execute($"UPDATE \"{layer}\" SET from_version = {version.Version} WHERE from_version IS NULL");
        file.Execute($"UPDATE \"{CitySchema.HistoryOf(layer)}\" SET to_version = {version.Version} WHERE to_version IS NULL");
        EditTracking.Install(file, layer);
        version.Write(file);
        made.Add(version);
    }

    private static void AddMissingColumns(SqliteFile file, FeatureTable table, SourceLayer layer)
    {
        foreach (var column in layer.Columns.Where(column => !table.Columns.Any(known => LayerSchema.Same(known.Name, column.Name))))
        {
            var type = new TableColumn(column.Name, TableColumn.KindOf(column)).SqlType;
            file.Execute($"ALTER TABLE \"{layer.Name}\" ADD COLUMN {FeatureTable.Quoted(column.Name)} {type}");
            file.Execute($"ALTER TABLE \"{CitySchema.HistoryOf(layer.Name)}\" ADD COLUMN {FeatureTable.Quoted(column.Name)} {type}");
        }
    }

    private static int NextVersion(SqliteFile file) => (int)file.Scalar("SELECT coalesce(max(version), 0) + 1 FROM layer_versions");

    // Row numbers are never used twice, so that a number in an old report still means the same row.
    private static long NextFid(SqliteFile file, string layer) =>
        1 + Math.Max(
            file.Scalar("SELECT seq FROM sqlite_sequence WHERE name = ?1", layer),
            file.Scalar($"SELECT max(fid) FROM \"{layer}\""));
}
