using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads the layers of a city file, all from the same state of it.</summary>
internal static class CityFileReader
{
    /// <summary>The current layers one by one, each read when it is asked for.</summary>
    internal static IEnumerable<SourceLayer> ReadLayers(
        FileSnapshot snapshot, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        CitySchema.Check(snapshot.File);
        var origins = LayerVersion.ReadCurrent(snapshot.File).ToDictionary(version => version.Layer);
        var tables = FeatureTable.ReadAll(snapshot.File).ToDictionary(table => table.Name);
        var levels = CitySettings.Read(snapshot.File).Classifications;
        var names = LayerNames.All.Where(name => tables.ContainsKey(name) && origins.ContainsKey(name));
        return new LayersOnceRead(names, name => Read(
            snapshot, tables[name], (origins[name].Origin, levels.GetValueOrDefault(name, Classification.Internal)), progress, cancel));
    }

    /// <summary>The current rows of one layer with their numbers, over the connection that is about to change them.</summary>
    internal static ReadLayer ReadCurrent(SqliteFile file, string layer, CancellationToken cancel)
    {
        var table = FeatureTable.ReadAll(file).Single(table => table.Name == layer);
        return GeoPackageReader.ReadFrom(file, WithoutVersion(table), $"\"{layer}\"", cancel);
    }

    /// <summary>One layer as it was in a version of the city.</summary>
    internal static SourceLayer ReadVersion(FileSnapshot snapshot, string layer, int version, CancellationToken cancel)
    {
        CitySchema.Check(snapshot.File);
        var made = LayerVersion.ReadAll(snapshot.File).LastOrDefault(known => known.Layer == layer && known.Version <= version)
            ?? throw new StoreException(
                snapshot.Path, $"Version {version} of the city has no layer {layer}.",
                $"It has: {string.Join(", ", LayerVersion.ReadAll(snapshot.File).Select(known => $"{known.Layer} {known.Version}"))}.");
        var table = WithoutVersion(FeatureTable.ReadAll(snapshot.File).Single(table => table.Name == layer)) with { KeyColumn = null };
        var read = GeoPackageReader.ReadFrom(snapshot.File, table, History.RowsOf(table, version), cancel).Layer;
        return new SourceLayer
        {
            Name = layer, Epsg = made.Epsg, Origin = made.Origin, Shapes = read.Shapes, Columns = [.. read.Columns.Where(HasValue)],
        };
    }

    private static FeatureTable WithoutVersion(FeatureTable table) =>
        table with { Columns = [.. table.Columns.Where(column => column.Name != CitySchema.FromVersion)] };

    private static SourceLayer Read(
        FileSnapshot snapshot, FeatureTable table, (string Name, Classification Level) origin, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var read = GeoPackageReader.Read(snapshot, WithoutVersion(table), kind: null, progress, cancel);
        RefuseLoss(read, snapshot.Path);
        return new SourceLayer
        {
            Name = table.Name,
            Epsg = read.Layer.Epsg,
            Shapes = read.Layer.Shapes,
            Fids = read.Layer.Fids,
            Columns = [.. read.Layer.Columns.Where(HasValue)],
            Origin = origin.Name,
            Classification = origin.Level,
        };
    }

    // What we wrote reads without loss; what another program put in and we cannot keep must not vanish without a word.
    private static void RefuseLoss(ReadLayer read, string path)
    {
        if (read.Notes.Where(note => note.Code is "unreadable_geometry" or "other_kind_left_out").ToList() is { Count: > 0 } losses)
        {
            var fids = losses.SelectMany(note => note.Fids).Take(5);
            throw new StoreException(
                $"{path}, features {string.Join(", ", fids)}",
                string.Join(" ", losses.Select(note => note.Message)),
                "Another program changed these rows: repair or delete them in QGIS, or import the layer again.");
        }
    }

    private static bool HasValue(SourceColumn column) => column switch
    {
        TextSource text => text.Values.Bytes.Length > 0,
        IntegerSource whole => whole.Values.AsSpan().ContainsAnyExcept(Unknown.Integer),
        RealSource real => real.Values.Any(value => !double.IsNaN(value)),
        _ => true,
    };
}
