namespace CityRenewal.Geo.Defects;

/// <summary>On which side of a line a point lies, exact for every finite coordinate that does not overflow.</summary>
internal static class Turn
{
    // Shewchuk (1997), ccwerrboundA: a larger determinant has the right sign in spite of rounding.
    private const double ErrorBound = 3.3306690738754716e-16;

    /// <summary>1 where a, b, c turn left, -1 where they turn right, 0 where they lie on one line.</summary>
    public static int Of(double ax, double ay, double bx, double by, double cx, double cy)
    {
        var left = (ax - cx) * (by - cy);
        var right = (ay - cy) * (bx - cx);
        var determinant = left - right;
        var mayRound = left > 0 ? right > 0 : left < 0 && right < 0;
        return !mayRound || Math.Abs(determinant) > ErrorBound * Math.Abs(left + right)
            ? Math.Sign(determinant)
            : Exact(ax, ay, bx, by, cx, cy);
    }

    private static int Exact(double ax, double ay, double bx, double by, double cx, double cy)
    {
        Span<double> sum = stackalloc double[12];
        var used = 0;
        AddProduct(sum, ref used, ax, by);
        AddProduct(sum, ref used, -ax, cy);
        AddProduct(sum, ref used, -cx, by);
        AddProduct(sum, ref used, -ay, bx);
        AddProduct(sum, ref used, ay, cx);
        AddProduct(sum, ref used, cy, bx);
        for (var i = used - 1; i >= 0; i--)
        {
            if (sum[i] != 0)
            {
                return Math.Sign(sum[i]);
            }
        }

        return 0;
    }

    // The product of two doubles is the sum of two doubles, the second by a fused multiply.
    private static void AddProduct(Span<double> sum, ref int used, double a, double b)
    {
        var product = a * b;
        Grow(sum, ref used, Math.FusedMultiplyAdd(a, b, -product));
        Grow(sum, ref used, product);
    }

    // Components stay non-overlapping and increasing in size, so the last one that is not zero has the sign of the sum.
    private static void Grow(Span<double> sum, ref int used, double value)
    {
        for (var i = 0; i < used; i++)
        {
            var total = value + sum[i];
            var back = total - value;
            sum[i] = (value - (total - back)) + (sum[i] - back);
            value = total;
        }

        sum[used++] = value;
    }
}
