using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

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
        var ranges = new List<RowRange>();
        try
        {
            ReadRanges(snapshot, table, ranges, progress, cancel);
            return Join(ranges, table, kind, snapshot.Path);
        }
        finally
        {
            ranges.ForEach(range => range.Dispose());
        }
    }

    /// <summary>Reads rows over one connection, from the table or from a selection that has its columns.</summary>
    internal static ReadLayer ReadFrom(SqliteFile file, FeatureTable table, string source, CancellationToken cancel)
    {
        using var range = new RowRange(table.Columns);
        using var rows = file.Prepare($"{SelectOf(table)} FROM {source}{(table.KeyColumn is null ? "" : " ORDER BY 1")}");
        range.Read(rows, cancel);
        return Join([range], table, kind: null, file.Path);
    }

    private static ReadLayer Join(List<RowRange> ranges, FeatureTable table, ShapeKind? kind, string path)
    {
        Refuse(ranges.SelectMany(range => range.Curved), table, path);
        var otherKind = new List<long>();
        var seen = ranges.Aggregate(0, (seen, range) => seen | range.Shapes.KindsSeen);
        var shapes = ShapeJoin.Join(ranges, kind ?? ShapeJoin.KindOf(table, seen), otherKind);
        return new ReadLayer
        {
            Table = table,
            Notes = ReadNotes.Of(table, ranges, otherKind),
            Layer = new SourceLayer
            {
                Name = table.Name,
                Epsg = table.Reference.Epsg,
                Shapes = shapes,
                Origin = Path.GetFileName(path),
                Fids = JoinFids(ranges),
                Columns = [.. table.Columns.Select((column, i) => ValueCollector.Join(column.Name, [.. ranges.Select(range => range.Values[i])]))],
            },
        };
    }

    // Ranges of the key are read by all connections of the snapshot at once and joined in the order of the key.
    private static void ReadRanges(
        FileSnapshot snapshot, FeatureTable table, List<RowRange> ranges, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var name = FeatureTable.Quoted(table.Name);
        var select = $"{SelectOf(table)} FROM {name}";
        var bounds = table.KeyColumn is null ? [] : RangeBounds(snapshot.File, name, FeatureTable.Quoted(table.KeyColumn));
        if (bounds.Length < 3)
        {
            ranges.Add(new RowRange(table.Columns));
            using var rows = snapshot.File.Prepare(table.KeyColumn is null ? select : $"{select} ORDER BY 1");
            ranges[0].Read(rows, cancel);
            return;
        }

        var key = FeatureTable.Quoted(table.KeyColumn!);
        ranges.AddRange(Enumerable.Range(1, bounds.Length - 1).Select(_ => new RowRange(table.Columns)));
        var done = 0;
        snapshot.ForEach(ranges.Count, (file, i) =>
        {
            using var rows = file.Prepare($"{select} WHERE {key} >= ?1 AND {key} < ?2 ORDER BY 1");
            rows.Bind(1, bounds[i]).Bind(2, bounds[i + 1]);
            ranges[i].Read(rows, cancel);
            progress?.Report(new WorkProgress($"Reading {table.Name}", (double)Interlocked.Increment(ref done) / ranges.Count));
        });
    }

    private static string SelectOf(FeatureTable table)
    {
        var columns = string.Concat(table.Columns.Select(column => $", {FeatureTable.Quoted(column.Name)}"));
        return $"SELECT {(table.KeyColumn is null ? "NULL" : FeatureTable.Quoted(table.KeyColumn))}, "
            + $"{FeatureTable.Quoted(table.GeometryColumn)}{columns}";
    }

    // Rows numbered 1, 2, 3, … need no numbers of their own.
    private static long[] JoinFids(List<RowRange> ranges)
    {
        var fids = new long[ranges.Sum(range => range.Fids.Count)];
        var at = 0;
        foreach (var range in ranges)
        {
            var count = range.Fids.Count;
            range.Fids.MoveTo(fids.AsSpan(at, count));
            at += count;
        }

        return fids.Length > 0 && (fids[0] != 1 || fids[^1] != fids.Length) ? fids : [];
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
