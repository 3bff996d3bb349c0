using System.Buffers.Binary;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Gathers rows in the binary form of COPY and hands them to the server in large pieces.</summary>
internal sealed class CopyBuffer
{
    private const int Piece = 1 << 18;

    private readonly Stream _stream;
    private byte[] _bytes = new byte[Piece + 4096];
    private int _end;

    internal CopyBuffer(Stream stream)
    {
        _stream = stream;
        Add([.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>Begins a row of so many fields.</summary>
    internal void Row(int fields)
    {
        if (_end >= Piece)
        {
            Send();
        }

        BinaryPrimitives.WriteInt16BigEndian(Room(2), (short)fields);
    }

    internal void Null() => BinaryPrimitives.WriteInt32BigEndian(Room(4), -1);

    internal void Integer(int value)
    {
        var room = Room(8);
        BinaryPrimitives.WriteInt32BigEndian(room, 4);
        BinaryPrimitives.WriteInt32BigEndian(room[4..], value);
    }

    internal void Long(long value)
    {
        var room = Room(12);
        BinaryPrimitives.WriteInt32BigEndian(room, 8);
        BinaryPrimitives.WriteInt64BigEndian(room[4..], value);
    }

    internal void Real(double value)
    {
        var room = Room(12);
        BinaryPrimitives.WriteInt32BigEndian(room, 8);
        BinaryPrimitives.WriteDoubleBigEndian(room[4..], value);
    }

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value.Length);
        Add(value);
    }

    /// <summary>Ends the rows.</summary>
    internal void Finish()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), -1);
        Send();
    }

    private void Send()
    {
        _stream.Write(_bytes, 0, _end);
        _end = 0;
    }

    private void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - _end < count)
        {
            Array.Resize(ref _bytes, checked(Math.Max(_bytes.Length * 2, _end + count)));
        }

        _end += count;
        return _bytes.AsSpan(_end - count, count);
    }
}
