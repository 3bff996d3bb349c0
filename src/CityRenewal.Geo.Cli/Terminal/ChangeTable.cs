using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What versions of layers changed: numbers in a table, below it the first ids and the columns.</summary>
internal static class ChangeTable
{
    public static void Print(IReadOnlyList<LayerChange> changes)
    {
        var table = TextTable.Of(">version", "图层 layer", ">features", ">新增 added", ">删除 removed", ">变形 moved", ">改属性 edited", "from");
        foreach (var change in changes)
        {
            table.Row(
                change.Version.Version, change.Version.Layer, change.Version.Features, change.Added.Count, change.Removed.Count,
                change.Moved.Count, change.Edited.Count, change.Version.Origin);
        }

        TextTable.Print(table);
        foreach (var change in changes.Where(change => change.Before is not null))
        {
            foreach (var line in LinesOf(change))
            {
                Console.Out.WriteLine($"· {change.Version.Layer}, version {change.Version.Version}: {line}");
            }
        }
    }

    /// <summary>A change in the words of machines.</summary>
    public static object ToJson(LayerChange change) => new
    {
        version = change.Version.Version,
        layer = change.Version.Layer,
        features = change.Version.Features,
        epsg = change.Version.Epsg,
        origin = change.Version.Origin,
        hash = change.Version.Hash,
        version_before = change.Before?.Version,
        added = change.Added.Count,
        added_ids = change.Added.FirstIds,
        removed = change.Removed.Count,
        removed_ids = change.Removed.FirstIds,
        moved = change.Moved.Count,
        moved_ids = change.Moved.FirstIds,
        edited = change.Edited.Count,
        edited_ids = change.Edited.FirstIds,
        edited_columns = change.EditedColumns.Select(column => new { column = column.Column, rows = column.Rows }),
        new_columns = change.NewColumns,
        gone_columns = change.GoneColumns,
    };

    private static IEnumerable<string> LinesOf(LayerChange change)
    {
        if (change.Before!.Epsg != change.Version.Epsg)
        {
            yield return $"reference system EPSG:{change.Before.Epsg} became EPSG:{change.Version.Epsg}";
        }

        foreach (var (what, rows) in new[] { ("added", change.Added), ("removed", change.Removed), ("moved", change.Moved), ("edited", change.Edited) })
        {
            if (rows.Count > 0)
            {
                var more = rows.Count > rows.FirstIds.Count ? $" … and {rows.Count - rows.FirstIds.Count:N0} more" : "";
                yield return $"{what} {string.Join(", ", rows.FirstIds.Select(id => id.Length > 0 ? id : "(no id)"))}{more}";
            }
        }

        if (change.EditedColumns.Count > 0)
        {
            yield return $"rows by column: {string.Join(", ", change.EditedColumns.Select(column => $"{column.Column} {column.Rows:N0}"))}";
        }

        foreach (var (what, columns) in new[] { ("new", change.NewColumns), ("gone", change.GoneColumns) })
        {
            if (columns.Count > 0)
            {
                yield return $"{what} columns: {string.Join(", ", columns)}";
            }
        }
    }
}
