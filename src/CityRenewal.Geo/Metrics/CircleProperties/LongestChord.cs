namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Range: 2r / longest distance between two points of the outline, r the radius of the circle of equal area; in (0, 1],
/// 1 for a circle. Source: Angel, Parent and Civco 2010. Over all parts; exact, by rotating calipers around the hull
/// (Shamos 1978). Pitfall: two points decide it.
/// </summary>
public static class LongestChord
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline) => !outline.HasArea
        ? Measured.NotApplicable(OutlineRatio.NoArea)
        : OutlineRatio.Of(outline, 2 * outline.EqualAreaRadius, Longest(outline.Hull));

    /// <summary>Longest distance between two corners of a hull, metres.</summary>
    internal static double Longest(ConvexHull hull)
    {
        var count = hull.Count;
        double longest = 0;
        for (int i = 0, far = 1; i < count; i++)
        {
            var next = (i + 1) % count;
            while (hull.Cross(i, next, (far + 1) % count) > hull.Cross(i, next, far))
            {
                far = (far + 1) % count;
            }

            // Where the next corner is as far from the side as this one, both are opposite.
            var after = (far + 1) % count;
            longest = Math.Max(longest, Math.Max(hull.SquaredDistance(i, far), hull.SquaredDistance(next, far)));
            longest = Math.Max(longest, Math.Max(hull.SquaredDistance(i, after), hull.SquaredDistance(next, after)));
        }

        return Math.Sqrt(longest);
    }
}
