namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Equivalent rectangular index: √(A / R) · (Q / P), R and Q area and perimeter of the smallest rectangle (in any
/// direction) around all parts; 1 for a rectangle, lower for indented outlines, slightly above 1 for rounded ones.
/// Source: Basaraner and Cetinkaya 2017. Pitfall: sensitive to boundary wiggle through P.
/// </summary>
public static class EquivalentRectangularIndex
{
    /// <summary>The index; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var rectangle = SmallestRectangle.Around(outline.Hull);
        var around = 2 * (rectangle.Width + rectangle.Length);
        return Measured.Exactly(
            Math.Sqrt(outline.Area / (rectangle.Width * rectangle.Length)) * around / outline.Perimeter);
    }
}
