using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Writes a whole new city file in one go.</summary>
internal static class CityFileWriter
{
    internal static void Write(
        string path, IReadOnlyList<SourceLayer> layers, CityFileOptions options,
        IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        RegisterLoss.Refuse(path);
        using var unfinished = new UnfinishedFile(path);
        if (!options.Overwrite)
        {
            CheckThatItMayBeReplaced(path);
        }

        Load(unfinished, CityLayers.Checked(layers, path), LevelsOf(layers), options, (progress, cancel));
        cancel.ThrowIfCancellationRequested();
        unfinished.Finish();
    }

    /// <summary>Who may see each layer.</summary>
    internal static IReadOnlyDictionary<string, Classification> LevelsOf(IReadOnlyList<SourceLayer> layers) =>
        layers.ToDictionary(layer => layer.Name, layer => layer.Classification);

    /// <summary>Fills a file that is not in its place yet.</summary>
    internal static void Load(
        UnfinishedFile unfinished,
        IReadOnlyList<SourceLayer> converted,
        IReadOnlyDictionary<string, Classification> levels,
        CityFileOptions options,
        (IProgress<WorkProgress>? Progress, CancellationToken Cancel) run)
    {
        using var file = SqliteFile.Create(unfinished.Path);
        if (options.PageLimit > 0)
        {
            file.Execute($"PRAGMA max_page_count = {options.PageLimit}");
        }

        file.Execute("BEGIN");
        GeoPackageTables.Create(file);
        CitySchema.Create(file);
        new CitySettings(options.Name, options.BaselineYear, options.Plane ?? CityLayers.PlaneFor(converted))
        {
            Classifications = levels,
        }.Write(file);
        foreach (var layer in converted)
        {
            run.Cancel.ThrowIfCancellationRequested();
            run.Progress?.Report(new WorkProgress($"Hashing {layer.Name}", 0));
            var hash = LayerHash.Of(layer, LayerHash.RowDigests(layer));
            var first = new LayerVersion(layer.Name, 1, hash, layer.Origin, layer.Epsg, layer.Shapes.Count);
            WriteLayer(file, layer, first, run.Progress, run.Cancel);
        }

        file.Execute("COMMIT");
        file.Execute("ANALYZE");
    }

    private static void CheckThatItMayBeReplaced(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var old = SqliteFile.OpenToRead(path);
        if (!old.HasTable("layer_versions") || old.Scalar("SELECT max(version) FROM layer_versions") > 1)
        {
            throw new StoreException(
                path,
                "There is a file of that name already, and it is no city file of a single version.",
                "Choose another name, or delete the file if nobody needs it.");
        }
    }

    /// <summary>Writes a layer that the file does not have yet, as its first version.</summary>
    internal static void WriteLayer(
        SqliteFile file, SourceLayer layer, LayerVersion version, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var schema = LayerSchema.Find(layer.Name)!;
        var rows = LayerRows.InFileOrder(layer, schema.IdColumn, (CitySchema.FromVersion, version.Version));
        CitySchema.CreateLayer(file, rows.GeometryType, layer.Name, schema.ColumnsWith(layer));
        var shape = new FeatureTableShape(layer.Name, schema.Title, layer.Origin, rows.GeometryType, layer.Epsg);
        FeatureTableWriter.Write(file, rows, shape, progress, cancel);
        CitySchema.ListHistory(file, layer.Name);
        version.Write(file);
        EditTracking.Install(file, layer.Name);
        LayerStyles.Put(file, layer.Name, rows.GeometryType);
    }
}
