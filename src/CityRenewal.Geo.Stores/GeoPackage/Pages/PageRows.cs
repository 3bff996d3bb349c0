using System.Buffers.Binary;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>
/// The rows on a run of a table's pages, decoded in place: SQLite's own calls cost several times as much as the values
/// when a city has fifty million of them. Columns count as in the layout: key, geometry, attributes.
/// </summary>
internal sealed class PageRows(SqliteFile file, TableLayout layout, int firstLeaf, int endLeaf) : IRows
{
    // Types of values as the file format numbers them; from FirstBytes on, blobs and texts in turn.
    private const int Zero = 8;
    private const int One = 9;
    private const int FirstBytes = 12;

    private readonly LeafCells _cells = new(file, layout, firstLeaf, endLeaf);
    private readonly long[] _types = new long[layout.IsReal.Length];
    private readonly int[] _starts = new int[layout.IsReal.Length];

    public bool Step()
    {
        try
        {
            if (!_cells.Step())
            {
                return false;
            }

            Decode(_cells.Bytes.AsSpan(_cells.Start, _cells.Length));
            return true;
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw file.Damage();
        }
    }

    public int Type(int column) => column == 0 ? SqliteNative.Integer : _types[column] switch
    {
        0 => SqliteNative.Null,
        < 7 or Zero or One => layout.IsReal[column] ? SqliteNative.Real : SqliteNative.Integer,
        7 => SqliteNative.Real,
        var type => (type & 1) == 0 ? SqliteNative.Blob : SqliteNative.Text,
    };

    public long Integer(int column) => column == 0 ? _cells.Key : Whole(column);

    public double Real(int column) => _types[column] == 7
        ? BinaryPrimitives.ReadDoubleBigEndian(_cells.Bytes.AsSpan(_starts[column]))
        : Whole(column);

    public ReadOnlySpan<byte> Bytes(int column) => _cells.Bytes.AsSpan(_starts[column], LengthOf(_types[column]));

    private void Decode(ReadOnlySpan<byte> record)
    {
        Array.Clear(_types);
        var at = 0;
        var header = Varint.Read(record, ref at);
        var slots = layout.Slots;
        var value = header;
        for (var field = 0; at < header && field < slots.Length; field++)
        {
            var type = Varint.Read(record, ref at);
            if (type < 0)
            {
                throw file.Damage();
            }

            var slot = slots[field];
            if (slot >= 0)
            {
                _types[slot] = type;
                _starts[slot] = _cells.Start + (int)value;
            }

            value += LengthOf(type);
        }

        if (value > record.Length)
        {
            throw file.Damage();
        }
    }

    private long Whole(int column)
    {
        ReadOnlySpan<byte> bytes = _cells.Bytes.AsSpan(_starts[column]);
        return _types[column] switch
        {
            1 => (sbyte)bytes[0],
            2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            3 => ((sbyte)bytes[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]),
            4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            5 => ((long)BinaryPrimitives.ReadInt16BigEndian(bytes) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]),
            6 => BinaryPrimitives.ReadInt64BigEndian(bytes),
            One => 1,
            _ => 0,
        };
    }

    private static int LengthOf(long type) => type switch
    {
        >= FirstBytes => (int)Math.Min(int.MaxValue, (type - FirstBytes) >> 1),
        <= 4 => (int)type,
        5 => 6,
        6 or 7 => 8,
        _ => 0,
    };
}
