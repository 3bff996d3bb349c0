using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Edges of an outline in columns, ready to answer how far points lie from them, four at a time. A stack: what a smaller
/// box keeps is put on top of what it was chosen from, and taken off afterwards.
/// </summary>
internal sealed class BoundaryEdges
{
    private const int Lanes = 4;

    private double[] _x;
    private double[] _y;
    private double[] _edgeX;
    private double[] _edgeY;
    private double[] _inverseSquare;
    private double[] _squares;

    public BoundaryEdges(Outline outline)
    {
        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        var room = (4 * x.Length) + Lanes;
        (_x, _y, _edgeX, _edgeY, _inverseSquare, _squares) =
            (new double[room], new double[room], new double[room], new double[room], new double[room], new double[room]);
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++, Count++)
            {
                (_x[Count], _y[Count]) = (x[i - 1], y[i - 1]);
                double dx = x[i] - x[i - 1], dy = y[i] - y[i - 1];
                (_edgeX[Count], _edgeY[Count]) = (dx, dy);
                _inverseSquare[Count] = dx == 0 && dy == 0 ? 0 : 1 / ((dx * dx) + (dy * dy));
            }
        }

        Count = Padded(0, Count);
    }

    /// <summary>Number of edges of the outline, filled up to whole lanes by repeating the last.</summary>
    public int Count { get; private set; }

    /// <summary>Square of the distance of a point from the nearest edge of a range, m².</summary>
    public double NearestSquare(int from, int to, double x, double y)
    {
        Vector256<double> px = Vector256.Create(x), py = Vector256.Create(y);
        var nearest = Vector256.Create(double.PositiveInfinity);
        for (var i = from; i < to; i += Lanes)
        {
            nearest = Vector256.Min(nearest, Squares(i, px, py));
        }

        return LeastOf(nearest);
    }

    /// <summary>
    /// Puts the edges of a range that lie no farther from a point than the nearest of them and a reach, metres, on top of the
    /// stack; returns where they end.
    /// </summary>
    public int Keep(int from, int to, double x, double y, double reach)
    {
        Reserve(to + (to - from) + Lanes);
        Vector256<double> px = Vector256.Create(x), py = Vector256.Create(y);
        var nearest = Vector256.Create(double.PositiveInfinity);
        for (var i = from; i < to; i += Lanes)
        {
            var squares = Squares(i, px, py);
            squares.CopyTo(_squares, i);
            nearest = Vector256.Min(nearest, squares);
        }

        var farthest = Math.Sqrt(LeastOf(nearest)) + reach;
        return KeepWithin(from, to, farthest * farthest * (1 + 1e-12));
    }

    private int KeepWithin(int from, int to, double squaredLimit)
    {
        var limit = Vector256.Create(squaredLimit);
        var top = to;
        for (var i = from; i < to; i += Lanes)
        {
            var kept = Vector256.LessThanOrEqual(Vector256.Create(_squares, i), limit).ExtractMostSignificantBits();
            for (; kept != 0; kept &= kept - 1)
            {
                Copy(i + BitOperations.TrailingZeroCount(kept), top++);
            }
        }

        return Padded(to, top);
    }

    private static double LeastOf(Vector256<double> lanes)
    {
        var halves = Vector128.Min(lanes.GetLower(), lanes.GetUpper());
        return Math.Min(halves[0], halves[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Squares(int i, Vector256<double> px, Vector256<double> py)
    {
        Vector256<double> dx = px - At(_x, i), dy = py - At(_y, i), edgeX = At(_edgeX, i), edgeY = At(_edgeY, i);
        var along = ((dx * edgeX) + (dy * edgeY)) * At(_inverseSquare, i);
        along = Vector256.Min(Vector256.Max(along, Vector256<double>.Zero), Vector256<double>.One);
        dx -= along * edgeX;
        dy -= along * edgeY;
        return (dx * dx) + (dy * dy);
    }

    private static Vector256<double> At(double[] column, int i) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)i);

    private int Padded(int from, int to)
    {
        while ((to - from) % Lanes != 0)
        {
            Copy(to - 1, to++);
        }

        return to;
    }

    private void Copy(int from, int to) => (_x[to], _y[to], _edgeX[to], _edgeY[to], _inverseSquare[to]) =
        (_x[from], _y[from], _edgeX[from], _edgeY[from], _inverseSquare[from]);

    private void Reserve(int room)
    {
        if (_x.Length < room)
        {
            Array.Resize(ref _x, 2 * room);
            Array.Resize(ref _y, 2 * room);
            Array.Resize(ref _edgeX, 2 * room);
            Array.Resize(ref _edgeY, 2 * room);
            Array.Resize(ref _inverseSquare, 2 * room);
            Array.Resize(ref _squares, 2 * room);
        }
    }
}
