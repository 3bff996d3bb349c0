using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Rows of a layer on their way into a table: which ones, in which order, with which constants.</summary>
internal sealed unsafe class LayerRows(string table, SourceLayer layer, int[] order, Envelope[] boxes)
{
    private readonly GeometryWriter _geometry = new(layer.Shapes, SpatialReferences.IdOf(layer.Epsg));
    private readonly TextColumn[] _texts = [.. layer.Columns.OfType<TextSource>().Select(text => text.Values)];

    /// <summary>All rows in the order in which the layer came.</summary>
    internal static LayerRows AsTheyCome(SourceLayer layer) =>
        new(layer.Name, layer, [.. Enumerable.Range(0, layer.Shapes.Count)], FeatureBoxes.Of(layer.Shapes));

    /// <summary>All rows in the order that a city file has, with what they have in common.</summary>
    internal static LayerRows InFileOrder(SourceLayer layer, string idColumn, params IReadOnlyList<(string Name, long Value)> constants)
    {
        var boxes = FeatureBoxes.Of(layer.Shapes);
        return new LayerRows(layer.Name, layer, FileOrder.Of(layer, idColumn, boxes), boxes) { Constants = constants };
    }

    internal string Table { get; } = table;

    internal SourceLayer Layer { get; } = layer;

    /// <summary>Rows of the layer in the order of the file.</summary>
    internal int[] Order { get; } = order;

    /// <summary>Further columns with the same number in every row.</summary>
    internal IReadOnlyList<(string Name, long Value)> Constants { get; init; } = [];

    /// <summary>The same with only some of the rows.</summary>
    internal LayerRows Only(int[] rows) => new(Table, Layer, rows, boxes) { Constants = Constants };

    internal string GeometryType => _geometry.TypeName;

    /// <summary>Bytes that a row needs while it is bound.</summary>
    internal int Room(int row)
    {
        var room = _geometry.Room(row);
        foreach (var text in _texts)
        {
            room += text.Utf8(row).Length;
        }

        return room;
    }

    /// <summary>Binds geometry to parameter 2 and the columns from 3 on; the scratch must stay in place until the row has run.</summary>
    internal void Bind(SqliteStatement insert, int row, Span<byte> scratch, byte* pinned)
    {
        var at = _geometry.Write(row, boxes[row], scratch);
        if (at == 0)
        {
            insert.BindNull(2);
        }
        else
        {
            insert.BindPinnedBlob(2, pinned, at);
        }

        for (var c = 0; c < Layer.Columns.Count; c++)
        {
            switch (Layer.Columns[c])
            {
                case TextSource text:
                    var bytes = text.Values.Utf8(row);
                    if (bytes.IsEmpty)
                    {
                        insert.BindNull(c + 3);
                        break;
                    }

                    bytes.CopyTo(scratch[at..]);
                    insert.BindPinnedText(c + 3, pinned + at, bytes.Length);
                    at += bytes.Length;
                    break;
                case IntegerSource whole when whole.Values[row] != Unknown.Integer:
                    insert.Bind(c + 3, (long)whole.Values[row]);
                    break;
                case RealSource real:
                    insert.Bind(c + 3, real.Values[row]);
                    break;
                default:
                    insert.BindNull(c + 3);
                    break;
            }
        }
    }

    /// <summary>The boxes of the rows as numbered from 1 in file order, and the box around all.</summary>
    internal IndexedBoxes Boxes(out Envelope extent)
    {
        var indexed = new IndexedBoxes(Order.Length);
        extent = Envelope.Empty;
        for (var i = 0; i < Order.Length; i++)
        {
            indexed.Set(i, i + 1, boxes[Order[i]]);
            extent = extent.With(boxes[Order[i]]);
        }

        return indexed;
    }
}
