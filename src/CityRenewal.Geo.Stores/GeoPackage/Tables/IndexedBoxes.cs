using System.Buffers.Binary;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Boxes with row ids, as an R-tree holds them: single precision, rounded outwards.</summary>
internal sealed class IndexedBoxes
{
    private const int UnusedBits = HilbertCurve.Bits - 32;

    private readonly long[] _ids;
    private readonly float[] _minX;
    private readonly float[] _maxX;
    private readonly float[] _minY;
    private readonly float[] _maxY;

    internal IndexedBoxes(int count)
    {
        _ids = new long[count];
        _minX = new float[count];
        _maxX = new float[count];
        _minY = new float[count];
        _maxY = new float[count];
        Array.Fill(_minX, float.PositiveInfinity);
        Array.Fill(_minY, float.PositiveInfinity);
        Array.Fill(_maxX, float.NegativeInfinity);
        Array.Fill(_maxY, float.NegativeInfinity);
    }

    internal int Count => _ids.Length;

    internal long Id(int row) => _ids[row];

    /// <summary>Puts a row; one with an empty box stays out of the index.</summary>
    internal void Set(int row, long id, Envelope box)
    {
        _ids[row] = id;
        if (!box.IsEmpty)
        {
            (_minX[row], _maxX[row]) = (Down(box.MinX), Up(box.MaxX));
            (_minY[row], _maxY[row]) = (Down(box.MinY), Up(box.MaxY));
        }
    }

    /// <summary>Makes a box cover one of another set.</summary>
    internal void Widen(int row, IndexedBoxes from, int other)
    {
        _minX[row] = Math.Min(_minX[row], from._minX[other]);
        _maxX[row] = Math.Max(_maxX[row], from._maxX[other]);
        _minY[row] = Math.Min(_minY[row], from._minY[other]);
        _maxY[row] = Math.Max(_maxY[row], from._maxY[other]);
    }

    /// <summary>The rows that have a box, along a Hilbert curve through the boxes' centres; ties in the order given.</summary>
    internal int[] AlongHilbertCurve()
    {
        var (rows, _, kept) = Sorted();
        return rows[..kept];
    }

    /// <summary>All rows along the curve, those without a box last; ties as the comparison of two rows says.</summary>
    internal int[] AlongHilbertCurve(Comparison<int> ties)
    {
        var (rows, keys, kept) = Sorted();
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && (start >= kept ? end >= kept : end < kept && keys[start] >> 32 == keys[end] >> 32);)
            {
                end++;
            }

            if (end - start > 1)
            {
                rows.AsSpan(start, end - start).Sort(ties);
            }
        }

        return rows;
    }

    private (int[] Rows, ulong[] Keys, int Kept) Sorted()
    {
        var (keys, rows) = (new ulong[Count], new int[Count]);
        var all = new IndexedBoxes(1);
        for (var i = 0; i < Count; i++)
        {
            all.Widen(0, this, i);
        }

        int kept = 0, left = Count;
        var scaleX = 65535 / Math.Max(1e-9, (double)all._maxX[0] - all._minX[0]);
        var scaleY = 65535 / Math.Max(1e-9, (double)all._maxY[0] - all._minY[0]);
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_minX[i] > _maxX[i])
            {
                rows[--left] = i;
            }
        }

        for (var i = 0; i < Count; i++)
        {
            if (_minX[i] <= _maxX[i])
            {
                var x = CellOf(((((double)_minX[i] + _maxX[i]) / 2) - all._minX[0]) * scaleX);
                var y = CellOf(((((double)_minY[i] + _maxY[i]) / 2) - all._minY[0]) * scaleY);
                keys[kept++] = (HilbertCurve.PlaceOf(x, y) >> UnusedBits << 32) | (uint)i;
            }
        }

        keys.AsSpan(0, kept).Sort();
        for (var i = 0; i < kept; i++)
        {
            rows[i] = (int)(uint)keys[i];
        }

        return (rows, keys, kept);
    }

    // The curve runs over all of Int32: its first 65,536 × 65,536 cells are enough to lay rows beside each other.
    private static int CellOf(double place) => ((int)Math.Clamp(place, 0, 65535) - 32768) << 16;

    /// <summary>The 24 bytes of an R-tree cell, big-endian.</summary>
    internal void WriteCell(Span<byte> cell, long id, int row)
    {
        BinaryPrimitives.WriteInt64BigEndian(cell, id);
        BinaryPrimitives.WriteSingleBigEndian(cell[8..], _minX[row]);
        BinaryPrimitives.WriteSingleBigEndian(cell[12..], _maxX[row]);
        BinaryPrimitives.WriteSingleBigEndian(cell[16..], _minY[row]);
        BinaryPrimitives.WriteSingleBigEndian(cell[20..], _maxY[row]);
    }

    private static float Down(double value)
    {
        var near = (float)value;
        return near > value ? MathF.BitDecrement(near) : near;
    }

    private static float Up(double value)
    {
        var near = (float)value;
        return near < value ? MathF.BitIncrement(near) : near;
    }
}
