using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// How much of a polygon lies above a line piece, straight up: the one formula that every area of an overlay is a sum of.
/// For an edge e over a piece f it is ∫ max(0, e(x) - f(x)) dx over their common range, a trapezoid or a triangle.
/// It asks no yes-or-no question, so it can't flip where edges coincide, touch or nearly do: there it is zero, or close to it.
/// </summary>
internal static class AreaAbove
{
    private const double Tiny = 1e-300;

    /// <summary>Area of the polygon above the line piece from (x0, y0) to (x1, y1), x0 below x1; square grid units.</summary>
    public static double Of(PolygonEdges polygon, double x0, double y0, double x1, double slope)
    {
        var sum = Vector256<double>.Zero;
        var left = Vector256.Create(x0);
        var right = Vector256.Create(x1);
        var height = Vector256.Create(y0);
        var rise = Vector256.Create(slope);
        for (var i = 0; i < polygon.Count; i += 4)
        {
            var edgeX = At(polygon.X0, i);
            var from = Vector256.Max(edgeX, left);
            var to = Vector256.Min(At(polygon.X1, i), right);
            var width = to - from;
            if (Vector256.LessThanOrEqualAll(width, Vector256<double>.Zero))
            {
                continue;
            }

            var edgeY = At(polygon.Y0, i);
            var edgeRise = At(polygon.Slope, i);
            var gapFrom = edgeY + ((from - edgeX) * edgeRise) - (height + ((from - left) * rise));
            var gapTo = edgeY + ((to - edgeX) * edgeRise) - (height + ((to - left) * rise));
            var above = Vector256.Max(gapFrom, Vector256<double>.Zero) + Vector256.Max(gapTo, Vector256<double>.Zero);
            var span = Vector256.Max(Vector256.Abs(gapFrom) + Vector256.Abs(gapTo), Vector256.Create(Tiny));

            // Both ends above: above = span, a trapezoid. One end above: the triangle is above / span of the width.
            var area = above * (above / span) * Vector256.Max(width, Vector256<double>.Zero);
            sum += area * At(polygon.Sign, i);
        }

        return 0.5 * Vector256.Sum(sum);
    }

    /// <summary>Area of the polygon right of x, which is <paramref name="area"/> where x lies left of it.</summary>
    public static double RightOf(PolygonEdges polygon, double x, double lowerLine, double area) =>
        x >= polygon.MaxX ? 0 : x <= polygon.MinX ? area : Of(polygon, x, lowerLine, polygon.MaxX, 0);

    private static Vector256<double> At(double[] column, int i) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)i);
}
