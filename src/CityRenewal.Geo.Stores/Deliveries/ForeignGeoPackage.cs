using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A GeoPackage as another program writes it: plain tables in the order of their rows, no index, defects and all.</summary>
public static class ForeignGeoPackage
{
    /// <summary>Writes the tables; the file appears under its name only when it is complete.</summary>
    public static void Write(string path, IReadOnlyList<ForeignLayer> layers, CancellationToken cancel = default)
    {
        using var unfinished = new UnfinishedFile(path);
        using (var file = SqliteFile.Create(unfinished.Path))
        {
            file.Execute("BEGIN");
            GeoPackageTables.Create(file);
            foreach (var layer in layers)
            {
                cancel.ThrowIfCancellationRequested();
                WriteTable(file, layer);
            }

            file.Execute("COMMIT");
        }

        cancel.ThrowIfCancellationRequested();
        unfinished.Finish();
    }

    private static void WriteTable(SqliteFile file, ForeignLayer foreign)
    {
        var layer = foreign.Layer;
        var columns = layer.Columns.Select(column => new TableColumn(column.Name, TableColumn.KindOf(column))).ToList();
        file.Execute(
            $"CREATE TABLE \"{layer.Name}\" (fid INTEGER PRIMARY KEY, geom GEOMETRY"
            + string.Concat(columns.Select(column => $", {FeatureTable.Quoted(column.Name)} {column.SqlType}")) + ")");
        SpatialReferences.Ensure(file, layer.Epsg);
        GeoPackageTables.ListFeatures(
            file, new FeatureTableShape(layer.Name, layer.Name, "", "GEOMETRY", layer.Epsg), Envelope.Of(layer.Shapes.X, layer.Shapes.Y));
        WriteRows(file, foreign);
    }

    private static void WriteRows(SqliteFile file, ForeignLayer foreign)
    {
        var (layer, count) = (foreign.Layer, foreign.Layer.Columns.Count);
        var geometry = new ForeignGeometry(layer.Shapes, SpatialReferences.IdOf(layer.Epsg));
        using var insert = file.Prepare(
            $"INSERT INTO \"{layer.Name}\" VALUES (?1, ?2{string.Concat(Enumerable.Range(3, count).Select(c => $", ?{c}"))})");
        for (var row = 0; row < layer.Shapes.Count; row++)
        {
            insert.Bind(1, layer.FidOf(row));
            for (var c = 0; c < count; c++)
            {
                Bind(insert, c + 3, layer.Columns[c], row);
            }

            RunWithBlob(insert, geometry.BlobOf(row, foreign.Forms.GetValueOrDefault(row)));
        }
    }

    private static unsafe void RunWithBlob(SqliteStatement insert, byte[]? blob)
    {
        if (blob is null)
        {
            insert.BindNull(2);
            insert.Run();
            return;
        }

        fixed (byte* bytes = blob)
        {
            insert.BindPinnedBlob(2, bytes, blob.Length);
            insert.Run();
        }
    }

    private static void Bind(SqliteStatement insert, int parameter, SourceColumn column, int row)
    {
        switch (column)
        {
            case IntegerSource whole when whole.Values[row] != Unknown.Integer:
                insert.Bind(parameter, (long)whole.Values[row]);
                break;
            case RealSource real when !double.IsNaN(real.Values[row]):
                insert.Bind(parameter, real.Values[row]);
                break;
            case TextSource text when text.TextOf(row) is { Length: > 0 } words:
                insert.Bind(parameter, words);
                break;
            default:
                insert.BindNull(parameter);
                break;
        }
    }
}
