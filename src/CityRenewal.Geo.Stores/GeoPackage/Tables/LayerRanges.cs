using CityRenewal.Geo.Stores.GeoPackage.Pages;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>
/// The rows of a layer in ranges that any connections of a snapshot read side by side: runs of pages where the file allows
/// it, else ranges of the key in SQL, else all rows at once. In the order of the ranges, rows are in the order of the key.
/// </summary>
internal sealed class LayerRanges
{
    private const int KeysPerRange = 16_384;
    private const int BytesPerRange = 4 << 20;
    private const int MostRanges = 4096;

    private readonly FeatureTable _table;
    private readonly TableLayout? _pages;
    private readonly long[] _bounds;

    private LayerRanges(FeatureTable table, TableLayout? pages, long[] bounds) => (_table, _pages, _bounds) = (table, pages, bounds);

    internal int Count => Math.Max(1, _bounds.Length - 1);

    internal static LayerRanges Of(SqliteFile file, FeatureTable table)
    {
        if (TableLayout.Find(file, table) is { } pages)
        {
            var count = (int)Math.Clamp((long)pages.Leaves.Length * pages.PageSize / BytesPerRange, 1, MostRanges);
            return new LayerRanges(table, pages, Bounds(0, pages.Leaves.Length, count));
        }

        return new LayerRanges(table, null, table.KeyColumn is null ? [] : KeyBounds(file, table));
    }

    /// <summary>Reads one range over a connection of the snapshot.</summary>
    internal RowRange Read(SqliteFile file, int range, CancellationToken cancel)
    {
        var rows = new RowRange(_table.Columns);
        try
        {
            if (_pages is not null)
            {
                rows.Read(new PageRows(file, _pages, (int)_bounds[range], (int)_bounds[range + 1]), cancel);
            }
            else
            {
                ReadInSql(file, range, rows, cancel);
            }

            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Asks for key, geometry and the columns of a layer.</summary>
    internal static string SelectOf(FeatureTable table)
    {
        var columns = string.Concat(table.Columns.Select(column => $", {FeatureTable.Quoted(column.Name)}"));
        return $"SELECT {(table.KeyColumn is null ? "NULL" : FeatureTable.Quoted(table.KeyColumn))}, "
            + $"{FeatureTable.Quoted(table.GeometryColumn)}{columns}";
    }

    private void ReadInSql(SqliteFile file, int range, RowRange rows, CancellationToken cancel)
    {
        var select = $"{SelectOf(_table)} FROM {FeatureTable.Quoted(_table.Name)}";
        if (_bounds.Length < 3)
        {
            using var all = file.Prepare(_table.KeyColumn is null ? select : $"{select} ORDER BY 1");
            rows.Read(all, cancel);
            return;
        }

        var key = FeatureTable.Quoted(_table.KeyColumn!);
        using var some = file.Prepare($"{select} WHERE {key} >= ?1 AND {key} < ?2 ORDER BY 1");
        some.Bind(1, _bounds[range]).Bind(2, _bounds[range + 1]);
        rows.Read(some, cancel);
    }

    // The keys at which ranges begin, and one past the last key.
    private static long[] KeyBounds(SqliteFile file, FeatureTable table)
    {
        var key = FeatureTable.Quoted(table.KeyColumn!);
        using var rows = file.Prepare($"SELECT min({key}), max({key}) FROM {FeatureTable.Quoted(table.Name)}");
        if (!rows.Step() || rows.IsNull(0))
        {
            return [];
        }

        Int128 first = rows.Integer(0), end = (Int128)rows.Integer(1) + 1;
        return end > long.MaxValue ? [] : Bounds(first, end, (int)Int128.Clamp((end - first) / KeysPerRange, 1, MostRanges));
    }

    private static long[] Bounds(Int128 first, Int128 end, int count) =>
        [.. Enumerable.Range(0, count + 1).Select(i => (long)(first + ((end - first) * i / count)))];
}
