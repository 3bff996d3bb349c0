using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Copies rows of a layer into its table.</summary>
internal static class LayerCopy
{
    private const int RowsBetweenSigns = 16384;

    // Number, geometry, delivered form, first version.
    private const int OwnFields = 4;

    /// <summary>Copies rows in the given order, numbered from a first number on, as those that begin with a version.</summary>
    internal static void Write(
        Session session, LayerTable table, (SourceLayer Layer, int[] Order, bool IsNew) from, (long Fid, int Version) first, IProgress<WorkProgress>? progress)
    {
        var (layer, order, isNew) = from;
        var geometry = new RowGeometry(layer.Shapes, LayerTables.SridOf(session, layer.Epsg));
        var columns = LayerTable.Listed(layer.Columns.Select(column => new TableColumn(column.Name, TableColumn.KindOf(column))));
        using var stream = session.Copy(
            $"COPY {table.Rows} (fid, geom, geom_delivered, from_version{columns}) FROM STDIN (FORMAT binary{(isNew ? ", FREEZE" : "")})");
        var rows = new CopyBuffer(stream);
        for (var i = 0; i < order.Length; i++)
        {
            if (i % RowsBetweenSigns == 0)
            {
                Sign(session, stream, layer, progress, (double)i / order.Length);
            }

            rows.Row(layer.Columns.Count + OwnFields);
            rows.Long(first.Fid + i);
            geometry.Write(order[i], rows);
            rows.Integer(first.Version);
            foreach (var column in layer.Columns)
            {
                Add(rows, (layer, column), order[i]);
            }
        }

        rows.Finish();
    }

    private static void Sign(Session session, Npgsql.NpgsqlRawCopyStream stream, SourceLayer layer, IProgress<WorkProgress>? progress, double done)
    {
        if (session.Cancel.IsCancellationRequested)
        {
            stream.Cancel();
            session.Cancel.ThrowIfCancellationRequested();
        }

        progress?.Report(new WorkProgress($"Writing {layer.Name}", done));
    }

    private static void Add(CopyBuffer rows, (SourceLayer Layer, SourceColumn Column) from, int row)
    {
        switch (from.Column)
        {
            case TextSource text when text.Values.Utf8(row) is { IsEmpty: false } bytes:
                rows.Bytes(bytes.Contains((byte)0) ? throw NotKept(from, row) : bytes);
                break;
            case IntegerSource whole when whole.Values[row] != Unknown.Integer:
                rows.Integer(whole.Values[row]);
                break;
            case RealSource real when !double.IsNaN(real.Values[row]):
                rows.Real(real.Values[row]);
                break;
            default:
                rows.Null();
                break;
        }
    }

    private static StoreException NotKept((SourceLayer Layer, SourceColumn Column) from, int row) => new(
        $"{from.Layer.Name}, column {from.Column.Name}, feature {from.Layer.FidOf(row)}", "The text holds the character NUL, which PostgreSQL cannot keep.",
        "Clean the attribute in the source, then bring the layer in again.");
}
