using System.Buffers.Binary;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>
/// Walks through rows that PostgreSQL copies out in binary form: the row number (bigint), the geometry (bytea), then columns of the
/// kinds of a layer.
/// </summary>
internal sealed class CopyRows(Stream stream, IReadOnlyList<TableColumn> columns) : IRows
{
    // Signature, flags and the length of an extension, which is 0.
    private const int Heading = 19;

    private readonly int[] _start = new int[columns.Count + 2];
    private readonly int[] _length = new int[columns.Count + 2];
    private byte[] _buffer = new byte[1 << 18];
    private int _at;
    private int _end;
    private bool _hasBegun;

    public bool Step()
    {
        if (!_hasBegun)
        {
            Need(0, Heading);
            _at = Heading;
            _hasBegun = true;
        }

        Need(_at, 2);
        var fields = BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_at));
        if (fields < 0)
        {
            return false;
        }

        // Offsets count from the row's beginning, which moves when the buffer is refilled.
        var at = 2;
        for (var i = 0; i < fields; i++)
        {
            Need(_at, at + 4);
            _length[i] = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_at + at));
            _start[i] = at + 4;
            at += 4 + Math.Max(0, _length[i]);
        }

        Need(_at, at);
        for (var i = 0; i < fields; i++)
        {
            _start[i] += _at;
        }

        _at += at;
        return true;
    }

    public int Type(int column) => _length[column] < 0 ? SqliteNative.Null : column switch
    {
        0 => SqliteNative.Integer,
        1 => SqliteNative.Blob,
        _ => columns[column - 2].Kind switch
        {
            ColumnKind.Integer => SqliteNative.Integer,
            ColumnKind.Real => SqliteNative.Real,
            _ => SqliteNative.Text,
        },
    };

    public long Integer(int column) => _length[column] == sizeof(long)
        ? BinaryPrimitives.ReadInt64BigEndian(Bytes(column))
        : BinaryPrimitives.ReadInt32BigEndian(Bytes(column));

    public double Real(int column) => BinaryPrimitives.ReadDoubleBigEndian(Bytes(column));

    public ReadOnlySpan<byte> Bytes(int column) => _buffer.AsSpan(_start[column], _length[column]);

    // Makes sure that so many bytes from a place on are there; moves the row to the front of the buffer where it has to.
    private void Need(int from, int count)
    {
        if (_end - from >= count)
        {
            return;
        }

        if (_buffer.Length - from < count)
        {
            var rest = _buffer.AsSpan(from, _end - from);
            var target = count > _buffer.Length ? new byte[checked(Math.Max(count, _buffer.Length * 2))] : _buffer;
            rest.CopyTo(target);
            (_buffer, _end, _at) = (target, rest.Length, _at - from);
            from = 0;
        }

        while (_end - from < count)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read > 0 ? read : throw new EndOfStreamException("The rows that PostgreSQL copied out end in the middle of one.");
        }
    }
}
