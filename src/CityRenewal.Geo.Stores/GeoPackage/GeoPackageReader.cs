using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads the layers of any GeoPackage, ours or foreign, straight into columns.</summary>
public static class GeoPackageReader
{
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
        var plan = LayerRanges.Of(snapshot.File, table);
        var ranges = new RowRange?[plan.Count];
        var done = 0;
        try
        {
            snapshot.ForEach(ranges.Length, (file, i) =>
            {
                ranges[i] = plan.Read(file, i, cancel);
                progress?.Report(new WorkProgress($"Reading {table.Name}", (double)Interlocked.Increment(ref done) / ranges.Length));
            });
            return Join(ranges!, table, kind, snapshot.Path);
        }
        finally
        {
            Array.ForEach(ranges, range => range?.Dispose());
        }
    }

    /// <summary>Reads one range of a layer as if it were the whole.</summary>
    internal static ReadLayer ReadRange(
        SqliteFile file, FeatureTable table, (LayerRanges Plan, int Range, ShapeKind? Kind) part, CancellationToken cancel)
    {
        using var range = part.Plan.Read(file, part.Range, cancel);
        return Join([range], table, part.Kind, file.Path);
    }

    /// <summary>Reads rows over one connection, from the table or from a selection that has its columns.</summary>
    internal static ReadLayer ReadFrom(SqliteFile file, FeatureTable table, string source, CancellationToken cancel)
    {
        using var range = new RowRange(table.Columns);
        using var rows = file.Prepare($"{LayerRanges.SelectOf(table)} FROM {source}{(table.KeyColumn is null ? "" : " ORDER BY 1")}");
        range.Read(rows, cancel);
        return Join([range], table, kind: null, file.Path);
    }

    /// <summary>The layer that successive ranges of rows make.</summary>
    internal static ReadLayer Join(IReadOnlyList<RowRange> ranges, FeatureTable table, ShapeKind? kind, string path)
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

    // Rows numbered 1, 2, 3, … need no numbers of their own.
    private static long[] JoinFids(IReadOnlyList<RowRange> ranges)
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
