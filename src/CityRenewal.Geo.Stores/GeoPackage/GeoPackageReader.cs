using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads the layers of any GeoPackage, ours or foreign, straight into columns.</summary>
public static class GeoPackageReader
{
    private const int RowsPerRange = 65_536;

    /// <summary>The layers with geometry that a file lists, without reading their rows.</summary>
    public static IReadOnlyList<FeatureTable> Layers(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        return FeatureTable.ReadAll(file);
    }

    /// <summary>
    /// Reads one layer. Of a layer that mixes kinds, <paramref name="kind"/> says which to take (else polygons before lines
    /// before points); features of another kind stay in as empty ones and are listed in the notes.
    /// </summary>
    public static ReadLayer Read(
        string path, string layer, ShapeKind? kind = null, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        using var snapshot = FileSnapshot.Take(path);
        var table = FeatureTable.ReadAll(snapshot.File).FirstOrDefault(table => LayerSchema.Same(table.Name, layer))
            ?? throw new StoreException(
                path, $"There is no layer {layer}.",
                $"The file has: {string.Join(", ", FeatureTable.ReadAll(snapshot.File).Select(table => table.Name))}.");
        return Read(snapshot, table, kind, progress, cancel);
    }

    internal static ReadLayer Read(
        FileSnapshot snapshot, FeatureTable table, ShapeKind? kind, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var ranges = ReadRanges(snapshot, table, progress, cancel);
        Refuse(ranges.SelectMany(range => range.Curved), table, snapshot.Path);
        var otherKind = new List<long>();
        var seen = ranges.Aggregate(0, (seen, range) => seen | range.Shapes.KindsSeen);
        var shapes = ShapeJoin.Join(ranges, kind ?? ShapeJoin.KindOf(table, seen), otherKind);
        return new ReadLayer
        {
            Table = table,
            Fids = [.. ranges.SelectMany(range => range.Fids)],
            Notes = ReadNotes.Of(table, ranges, otherKind),
            Layer = new SourceLayer
            {
                Name = table.Name,
                Epsg = table.Reference.Epsg,
                Shapes = shapes,
                Origin = Path.GetFileName(snapshot.Path),
                Columns = [.. table.Columns.Select((column, i) => ValueCollector.Join(column.Name, [.. ranges.Select(range => range.Values[i])]))],
            },
        };
    }

    // Ranges of the key are read by all connections of the snapshot at once and joined in the order of the key.
    private static RowRange[] ReadRanges(
        FileSnapshot snapshot, FeatureTable table, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var name = FeatureTable.Quoted(table.Name);
        var columns = string.Concat(table.Columns.Select(column => $", {FeatureTable.Quoted(column.Name)}"));
        var select = $"SELECT {(table.KeyColumn is null ? "NULL" : FeatureTable.Quoted(table.KeyColumn))}, "
            + $"{FeatureTable.Quoted(table.GeometryColumn)}{columns} FROM {name}";
        var bounds = table.KeyColumn is null ? [] : RangeBounds(snapshot.File, name, FeatureTable.Quoted(table.KeyColumn));
        if (bounds.Length < 3)
        {
            var all = new RowRange(table.Columns);
            using var rows = snapshot.File.Prepare(table.KeyColumn is null ? select : $"{select} ORDER BY 1");
            all.Read(rows, cancel);
            return [all];
        }

        var key = FeatureTable.Quoted(table.KeyColumn!);
        var ranges = new RowRange[bounds.Length - 1];
        var done = 0;
        snapshot.ForEach(ranges.Length, (file, i) =>
        {
            using var rows = file.Prepare($"{select} WHERE {key} >= ?1 AND {key} < ?2 ORDER BY 1");
            rows.Bind(1, bounds[i]).Bind(2, bounds[i + 1]);
            ranges[i] = new RowRange(table.Columns);
            ranges[i].Read(rows, cancel);
            progress?.Report(new WorkProgress($"Reading {table.Name}", (double)Interlocked.Increment(ref done) / ranges.Length));
        });
        return ranges;
    }

    // The keys at which ranges begin, and one past the last key.
    private static long[] RangeBounds(SqliteFile file, string table, string key)
    {
        using var rows = file.Prepare($"SELECT min({key}), max({key}) FROM {table}");
        if (!rows.Step() || rows.IsNull(0))
        {
            return [];
        }

        Int128 first = rows.Integer(0), end = (Int128)rows.Integer(1) + 1;
        if (end > long.MaxValue)
        {
            return [];
        }

        var count = (int)Int128.Clamp((end - first) / RowsPerRange, 1, 1024);
        return [.. Enumerable.Range(0, count + 1).Select(i => (long)(first + ((end - first) * i / count)))];
    }

    private static void Refuse(IEnumerable<long> curved, FeatureTable table, string path)
    {
        var fids = curved.ToList();
        if (fids.Count > 0)
        {
            throw new StoreException(
                path,
                $"Layer {table.Name} holds {fids.Count} features with arcs or patched surfaces, first feature {fids[0]}.",
                "Turn them into straight segments first: `ogr2ogr -nlt CONVERT_TO_LINEAR out.gpkg FILE`.");
        }
    }
}
