using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Loads a layer into a table: rows in the given order, then the packed index, then the lists.</summary>
internal static class FeatureTableWriter
{
    private const int RowsBetweenSigns = 16384;

    /// <summary>Creates the table; the geometry comes last, so that reading attributes never walks over it.</summary>
    internal static void CreateTable(SqliteFile file, string table, string geometryType, IEnumerable<TableColumn> columns)
    {
        var definitions = columns.Select(column => $"{FeatureTable.Quoted(column.Name)} {column.SqlType}, ");
        file.Execute(
            $"CREATE TABLE \"{table}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {string.Concat(definitions)}geom {geometryType})");
    }

    /// <summary>Inserts rows of the layer, numbered from <paramref name="firstFid"/>; every constant goes into each row.</summary>
    internal static unsafe void Insert(
        SqliteFile file, LayerRows rows, long firstFid, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var layer = rows.Layer;
        var names = layer.Columns.Select(column => column.Name).Concat(rows.Constants.Select(constant => constant.Name)).ToList();
        using var insert = file.Prepare(
            $"INSERT INTO \"{rows.Table}\" (fid, geom{string.Concat(names.Select(name => $", {FeatureTable.Quoted(name)}"))}) "
            + $"VALUES (?1, ?2{string.Concat(names.Select((_, i) => $", ?{i + 3}"))})");
        for (var i = 0; i < rows.Constants.Count; i++)
        {
            insert.Bind(3 + layer.Columns.Count + i, rows.Constants[i].Value);
        }

        var scratch = new byte[4096];
        for (var i = 0; i < rows.Order.Length; i++)
        {
            if (i % RowsBetweenSigns == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress($"Writing {rows.Table}", (double)i / rows.Order.Length));
            }

            var needed = rows.Room(rows.Order[i]);
            if (scratch.Length < needed)
            {
                scratch = new byte[Math.Max(scratch.Length * 2, needed)];
            }

            fixed (byte* bytes = scratch)
            {
                insert.Bind(1, firstFid + i);
                rows.Bind(insert, rows.Order[i], scratch, bytes);
                insert.Run();
            }
        }
    }

    /// <summary>Creates, loads, indexes and lists a whole layer.</summary>
    internal static void Write(
        SqliteFile file, LayerRows rows, FeatureTableShape shape, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        SpatialReferences.Ensure(file, shape.Epsg);
        Insert(file, rows, firstFid: 1, progress, cancel);
        progress?.Report(new WorkProgress($"Indexing {rows.Table}", 0));
        var boxes = rows.Boxes(out var extent);
        GeoPackageTables.ListFeatures(file, shape, extent);
        SpatialIndex.Build(file, rows.Table, boxes);
    }
}
