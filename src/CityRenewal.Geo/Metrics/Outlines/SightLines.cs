using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Metrics;

/// <summary>Whether a straight line inside an outline is free of its edges, four edges at a time.</summary>
internal sealed class SightLines
{
    private const int Lanes = 4;

    private readonly double[] _ax;
    private readonly double[] _ay;
    private readonly double[] _bx;
    private readonly double[] _by;
    private readonly double _touch;

    /// <param name="x">East of the vertices, metres.</param>
    /// <param name="y">North of the vertices, metres.</param>
    /// <param name="next">The vertex after each on its ring.</param>
    /// <param name="touch">What lies nearer than this touches, metres.</param>
    public SightLines(double[] x, double[] y, int[] next, double touch)
    {
        _touch = touch;
        var room = (x.Length + Lanes - 1) / Lanes * Lanes;
        (_ax, _ay, _bx, _by) = (new double[room], new double[room], new double[room], new double[room]);
        for (var i = 0; i < room; i++)
        {
            // Whole lanes: the last edge once more blocks no more than it does once.
            var vertex = Math.Min(i, x.Length - 1);
            (_ax[i], _ay[i], _bx[i], _by[i]) = (x[vertex], y[vertex], x[next[vertex]], y[next[vertex]]);
        }
    }

    /// <summary>
    /// Whether the line from a point in a direction of length 1 crosses no edge and passes no vertex: a way along a vertex is
    /// found as two ways, to it and from it.
    /// </summary>
    public bool IsFree(BoundaryPoint from, double ux, double uy, double length)
    {
        Vector256<double> touch = Vector256.Create(_touch), end = Vector256.Create(length - _touch);
        for (var i = 0; i < _ax.Length; i += Lanes)
        {
            Vector256<double> ax = Vector256.Create(_ax, i) - Vector256.Create(from.X), ay = Vector256.Create(_ay, i) - Vector256.Create(from.Y);
            Vector256<double> bx = Vector256.Create(_bx, i) - Vector256.Create(from.X), by = Vector256.Create(_by, i) - Vector256.Create(from.Y);
            Vector256<double> besideA = (ux * ay) - (uy * ax), alongA = (ux * ax) + (uy * ay);
            var besideB = (ux * by) - (uy * bx);
            var isOnA = Vector256.LessThanOrEqual(Vector256.Abs(besideA), touch);
            var isPassed = isOnA & Vector256.GreaterThan(alongA, touch) & Vector256.LessThan(alongA, end);
            var areApart = Vector256.GreaterThan(besideA, Vector256<double>.Zero)
                ^ Vector256.GreaterThan(besideB, Vector256<double>.Zero);
            areApart &= Vector256.GreaterThan(Vector256.Abs(besideB), touch) & ~isOnA;
            var crossing = alongA + (((ux * bx) + (uy * by) - alongA) * besideA / (besideA - besideB));
            var isCrossed = areApart & Vector256.GreaterThan(crossing, touch) & Vector256.LessThan(crossing, end);
            if ((isPassed | isCrossed).ExtractMostSignificantBits() != 0)
            {
                return false;
            }
        }

        return true;
    }
}
