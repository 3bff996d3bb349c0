using System.Runtime.InteropServices;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Writes rings: repeated vertices dropped, closed, shells anticlockwise and holes clockwise.</summary>
internal sealed class RingSnapping(GrowingRings rings)
{
    /// <summary>What a ring turned out to be; it is written where it has three vertices and an area.</summary>
    public readonly record struct State(int Vertices, bool IsClosed, bool HasArea, bool IsSurelySimple);

    private readonly List<bool> _isHole = [];

    /// <summary>Begins another feature.</summary>
    public void StartFeature() => _isHole.Clear();

    public State Write(ReadOnlySpan<int> x, ReadOnlySpan<int> y, bool isHole)
    {
        int lastX = x[0], lastY = y[0], minX = lastX, maxX = lastX, minY = lastY, maxY = lastY;
        rings.Add(lastX, lastY);
        for (var i = 1; i < x.Length; i++)
        {
            int nextX = x[i], nextY = y[i];
            if (nextX == lastX && nextY == lastY)
            {
                continue;
            }

            rings.Add(nextX, nextY);
            (lastX, lastY) = (nextX, nextY);
            (minX, maxX) = (Math.Min(minX, nextX), Math.Max(maxX, nextX));
            (minY, maxY) = (Math.Min(minY, nextY), Math.Max(maxY, nextY));
        }

        var isClosed = lastX == x[0] && lastY == y[0];
        var count = rings.OpenX.Length - (isClosed ? 1 : 0);
        rings.KeepOpen(count);
        var isNarrow = (long)maxX - minX < SimpleRing.Widest && (long)maxY - minY < SimpleRing.Widest;
        var sign = count < 3 ? 0 : isNarrow ? Math.Sign(NarrowArea(rings.OpenX, rings.OpenY)) : Int128.Sign(WideArea(rings.OpenX, rings.OpenY));
        // Two lobes that cancel have no area by this sum, but are not nothing: mending will tell.
        if (sign == 0 && (count < 4 || IsOnOneLine(rings.OpenX, rings.OpenY)))
        {
            rings.KeepOpen(0);
            return new State(count, isClosed, false, false);
        }

        var isSimple = sign != 0 && isNarrow && SimpleRing.IsSurelySimple(rings.OpenX, rings.OpenY);
        if (sign != 0 && sign < 0 != isHole)
        {
            rings.OpenX[1..].Reverse();
            rings.OpenY[1..].Reverse();
        }

        rings.Add(x[0], y[0]);
        rings.EndRing();
        _isHole.Add(isHole);
        return new State(count, isClosed, true, isSimple);
    }

    /// <summary>Whether the rings written so far of the open feature are surely a valid outline.</summary>
    public bool IsSurelyValid(SimpleShape simple)
    {
        int first = rings.RingStart[rings.OpenFeature], end = rings.RingStart[rings.RingCount];
        Span<int> starts = _isHole.Count < 256 ? stackalloc int[_isHole.Count + 1] : new int[_isHole.Count + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = rings.RingStart[rings.OpenFeature + i] - first;
        }

        return simple.IsSurelyValid(rings.X[first..end], rings.Y[first..end], starts, CollectionsMarshal.AsSpan(_isHole));
    }

    /// <summary>The rings written so far of the feature that is not ended yet.</summary>
    public List<GridRing> OfOpenFeature()
    {
        var open = new List<GridRing>();
        for (var ring = rings.OpenFeature; ring < rings.RingCount; ring++)
        {
            int start = rings.RingStart[ring], end = rings.RingStart[ring + 1];
            int[] x = rings.X[start..end].ToArray(), y = rings.Y[start..end].ToArray();
            open.Add(new GridRing(x, y, _isHole[ring - rings.OpenFeature]));
        }

        return open;
    }

    private static bool IsOnOneLine(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        long dx = (long)x[1] - x[0], dy = (long)y[1] - y[0];
        for (var i = 2; i < x.Length; i++)
        {
            if ((Int128)dx * ((long)y[i] - y[0]) != (Int128)dy * ((long)x[i] - x[0]))
            {
                return false;
            }
        }

        return true;
    }

    // Sums may pass Int64 on the way, and come back: arithmetic modulo 2^64 does not mind.
    private static long NarrowArea(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        long twice = 0, originX = x[0], originY = y[0];
        for (var i = 1; i < x.Length - 1; i++)
        {
            twice += ((x[i] - originX) * (y[i + 1] - originY)) - ((x[i + 1] - originX) * (y[i] - originY));
        }

        return twice;
    }

    private static Int128 WideArea(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        Int128 twice = 0;
        for (int i = 0, before = x.Length - 1; i < x.Length; before = i++)
        {
            twice += ((Int128)x[before] * y[i]) - ((Int128)x[i] * y[before]);
        }

        return twice;
    }
}
