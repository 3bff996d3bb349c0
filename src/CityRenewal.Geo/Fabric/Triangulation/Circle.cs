using System.Numerics;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Whether a point lies in the circle through three others, exactly. Four points on one circle are told apart by numbering:
/// each is thought lifted a little, the smaller its number the more, so that every set of points has exactly one
/// Delaunay triangulation, whichever way it is built.
/// </summary>
internal static class Circle
{
    // Shewchuk's bound for the error of the determinant below in doubles, relative to the sum of its absolute terms.
    private const double ErrorBound = 1.1102230246251577e-15;

    /// <summary>Whether d lies in the circle through a, b, c, which turn left. Numbers break ties; a repeated point is never inside.</summary>
    public static bool Holds(int[] x, int[] y, int a, int b, int c, int d)
    {
        double ax = (double)x[a] - x[d], ay = (double)y[a] - y[d];
        double bx = (double)x[b] - x[d], by = (double)y[b] - y[d];
        double cx = (double)x[c] - x[d], cy = (double)y[c] - y[d];
        double bxcy = bx * cy, cxby = cx * by, cxay = cx * ay, axcy = ax * cy, axby = ax * by, bxay = bx * ay;
        double aSquare = (ax * ax) + (ay * ay), bSquare = (bx * bx) + (by * by), cSquare = (cx * cx) + (cy * cy);
        var determinant = (aSquare * (bxcy - cxby)) + (bSquare * (cxay - axcy)) + (cSquare * (axby - bxay));
        var size = (aSquare * (Math.Abs(bxcy) + Math.Abs(cxby))) + (bSquare * (Math.Abs(cxay) + Math.Abs(axcy)))
            + (cSquare * (Math.Abs(axby) + Math.Abs(bxay)));
        return Math.Abs(determinant) > ErrorBound * size ? determinant > 0 : HoldsExactly(x, y, (a, b, c, d));
    }

    private static bool HoldsExactly(int[] x, int[] y, (int A, int B, int C, int D) p)
    {
        long ax = (long)x[p.A] - x[p.D], ay = (long)y[p.A] - y[p.D], bx = (long)x[p.B] - x[p.D], by = (long)y[p.B] - y[p.D];
        long cx = (long)x[p.C] - x[p.D], cy = (long)y[p.C] - y[p.D];
        var isNear = Orientation.AreNear(ax, ay) && Orientation.AreNear(bx, by) && Orientation.AreNear(cx, cy);
        var sign = isNear ? NearSign(ax, ay, bx, by, cx, cy) : FarSign(ax, ay, bx, by, cx, cy);
        return sign != 0 ? sign > 0 : HoldsWhenLifted(x, y, p);
    }

    private static int NearSign(long ax, long ay, long bx, long by, long cx, long cy) => Int128.Sign(
        ((Int128)((ax * ax) + (ay * ay)) * ((bx * cy) - (cx * by)))
        + ((Int128)((bx * bx) + (by * by)) * ((cx * ay) - (ax * cy)))
        + ((Int128)((cx * cx) + (cy * cy)) * ((ax * by) - (bx * ay))));

    private static int FarSign(BigInteger ax, BigInteger ay, BigInteger bx, BigInteger by, BigInteger cx, BigInteger cy) =>
        ((((ax * ax) + (ay * ay)) * ((bx * cy) - (cx * by)))
        + (((bx * bx) + (by * by)) * ((cx * ay) - (ax * cy)))
        + (((cx * cx) + (cy * cy)) * ((ax * by) - (bx * ay)))).Sign;

    // The height of one point enters the determinant times the turn of the other three: the first that counts decides.
    private static bool HoldsWhenLifted(int[] x, int[] y, (int A, int B, int C, int D) p)
    {
        if (p.D == p.A || p.D == p.B || p.D == p.C)
        {
            return false;
        }

        var last = -1;
        for (var turn = 0; turn < 4; turn++)
        {
            var point = NextAbove(last, p);
            var sign = point == p.A ? Turn(x, y, p.B, p.C, p.D)
                : point == p.B ? -Turn(x, y, p.A, p.C, p.D)
                : point == p.C ? Turn(x, y, p.A, p.B, p.D)
                : -Turn(x, y, p.A, p.B, p.C);
            if (sign != 0)
            {
                return sign > 0;
            }

            last = point;
        }

        return false;
    }

    private static int NextAbove(int last, (int A, int B, int C, int D) p)
    {
        var next = int.MaxValue;
        next = p.A > last ? Math.Min(next, p.A) : next;
        next = p.B > last ? Math.Min(next, p.B) : next;
        next = p.C > last ? Math.Min(next, p.C) : next;
        return p.D > last ? Math.Min(next, p.D) : next;
    }

    private static int Turn(int[] x, int[] y, int a, int b, int c) => Orientation.Of(x[a], y[a], x[b], y[b], x[c], y[c]);
}
