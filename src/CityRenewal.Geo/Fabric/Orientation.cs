using System.Runtime.CompilerServices;

namespace CityRenewal.Geo.Fabric;

/// <summary>Exact predicates on grid points: doubles and Int64 where they cannot be wrong, wider integers where they could.</summary>
internal static class Orientation
{
    private const long Near = 1L << 30;

    /// <summary>Positive where a, b, c turn left, negative where they turn right, 0 on one line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int ax, int ay, int bx, int by, int cx, int cy)
    {
        long ux = (long)bx - ax, uy = (long)by - ay, vx = (long)cx - ax, vy = (long)cy - ay;
        return SignOfCross(ux, uy, vx, vy);
    }

    /// <summary>Sign of u × v.</summary>
    public static int SignOfCross(long ux, long uy, long vx, long vy) =>
        AreNear(ux, uy, vx, vy)
            ? Math.Sign((ux * vy) - (uy * vx))
            : Int128.Sign(((Int128)ux * vy) - ((Int128)uy * vx));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNear(long ux, long uy, long vx, long vy) =>
        ((ulong)(ux + Near) | (ulong)(uy + Near) | (ulong)(vx + Near) | (ulong)(vy + Near)) < 2 * Near;

    /// <summary>Whether both differences are small enough for products in Int64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreNear(long dx, long dy) => dx is < Near and > -Near && dy is < Near and > -Near;

    /// <summary>Whether p lies strictly between a and b, given that the three are on one line.</summary>
    public static bool IsBetween(int ax, int ay, int bx, int by, int px, int py) =>
        ax != bx
            ? (px > ax && px < bx) || (px < ax && px > bx)
            : (py > ay && py < by) || (py < ay && py > by);
}
