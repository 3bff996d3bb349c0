using System.Buffers.Binary;
using System.Text;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Bytes of a protobuf message as they grow; one object serves one thread and message after message.</summary>
internal sealed class ByteSink
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public static int SizeOf(ulong number)
    {
        var size = 1;
        for (; number >= 0x80; number >>= 7)
        {
            size++;
        }

        return size;
    }

    public void Clear() => Length = 0;

    /// <summary>Takes back what was written after a length.</summary>
    public void CutTo(int length) => Length = length;

    public void Number(ulong number)
    {
        Reserve(10);
        for (; number >= 0x80; number >>= 7)
        {
            _bytes[Length++] = (byte)(number | 0x80);
        }

        _bytes[Length++] = (byte)number;
    }

    /// <summary>A signed number that is small where it is near zero.</summary>
    public void Signed(int number) => Number((uint)((number << 1) ^ (number >> 31)));

    public void Real(double number)
    {
        Reserve(8);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(Length), number);
        Length += 8;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>A field that holds bytes: its number, their length, they themselves.</summary>
    public void Field(int field, ReadOnlySpan<byte> bytes)
    {
        Number((ulong)((field << 3) | 2));
        Number((ulong)bytes.Length);
        Add(bytes);
    }

    public void Field(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    /// <summary>A field that holds a number.</summary>
    public void Field(int field, ulong number)
    {
        Number((ulong)(field << 3));
        Number(number);
    }

    private void Reserve(int more)
    {
        if (_bytes.Length < Length + more)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + more));
        }
    }
}
