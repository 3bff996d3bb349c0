namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Rectangularity: A / area of the smallest rectangle (in any direction) around all parts; in (0, 1], 1 for a rectangle,
/// π/4 for a circle. Source: Dibble, Prelorendjos, Romice and others 2019. Pitfall: a strip scores 1.
/// </summary>
public static class Rectangularity
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var rectangle = SmallestRectangle.Around(outline.Hull);
        return OutlineRatio.Of(outline, outline.Area, rectangle.Width * rectangle.Length);
    }
}
