namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Length and width: shorter side / longer side of the smallest rectangle (by area, in any direction) around all parts;
/// in (0, 1], 1 for a square. Source: the length-width test of redistricting law (Iowa Code 42.4) in the form of
/// Young 1988, made free of the compass. Pitfall: says nothing about what lies inside the rectangle; near a circle the
/// direction of the rectangle jumps.
/// </summary>
public static class LengthWidth
{
    /// <summary>The ratio; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var rectangle = SmallestRectangle.Around(outline.Hull);
        return OutlineRatio.Of(outline, rectangle.Width, rectangle.Length);
    }
}
