namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Traversal: mean way through a circle of equal area between two points of its boundary, 4r/π, over the mean shortest way
/// inside the outline between two points of its outer ring; in (0, 1], 1 for a circle. Source: Angel, Parent and Civco
/// 2010. Holes are walked around; several parts have no way between them: not applicable. From 48 points in equal steps on
/// a ring thinned to at most 96 vertices; the numeric error (against every other point, plus twice the thinning tolerance)
/// is given as the interval: below 0.01 for ordinary outlines, 0.1 for very ragged ones. Pitfall: points keep to the outer ring, streets do not count.
/// </summary>
public static class Traversal
{
    private const int Points = 48;
    private const int MostVertices = 96;
    private const int MostBearable = 400;
    private const double Tolerance = 0.001;

    private static readonly WhyNot SeveralParts = new(
        "several_parts", "No way inside joins the parts of the outline; measure them one by one.",
        "轮廓由多个部件组成，内部互不连通；请逐个部件量测。");

    private static readonly WhyNot NoWay = new(
        "no_inside_way", "The outline is too intricate to find ways inside it: simplify it or remove tiny holes, then measure again.",
        "轮廓过于复杂，无法求得内部路径；请简化边界或去除微小孔洞后重新量测。");

    /// <summary>The ratio with its numeric error; not applicable without an area or with several parts.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        if (PartCount.In(outline) > 1)
        {
            return Measured.NotApplicable(SeveralParts);
        }

        var rings = ThinnedRings.Of(outline, outline.EqualAreaRadius * Tolerance, MostVertices);
        if (rings.Count > MostBearable)
        {
            return Measured.Unknown(NoWay);
        }

        var paths = new InsidePaths(rings, outline.EqualAreaRadius);
        var lengths = paths.LengthsBetween(paths.PointsAround(Points));
        var mean = Mean(lengths, 1);
        if (!double.IsFinite(mean))
        {
            return Measured.Unknown(NoWay);
        }

        var error = Math.Abs(mean - Mean(lengths, 2)) + (2 * rings.Tolerance);
        return OutlineRatio.Of(outline, 4 / Math.PI * Math.Sqrt(rings.Area / Math.PI), mean, error);
    }

    // Over all pairs with each point itself as well: on a circle this is nearer to the true mean than without.
    private static double Mean(double[] lengths, int step)
    {
        double sum = 0;
        var count = Points / step;
        for (var i = 0; i < Points; i += step)
        {
            for (var j = 0; j < Points; j += step)
            {
                sum += lengths[(i * Points) + j];
            }
        }

        return sum / (count * count);
    }
}
