namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Girth: radius of the largest circle inside over the radius of the circle of equal area; in (0, 1], 1 for a circle.
/// Source: Angel, Parent and Civco 2010. Holes stay out of the circle; of several parts the roomiest counts. Found by
/// branch and bound on ever smaller cells; the interval ends at what no cell left out can exceed, within 0.2 % for outlines
/// wider than a few hundredths of their size. Pitfall: one wide place decides it.
/// </summary>
public static class Girth
{
    private const double Tolerance = 0.002;

    /// <summary>The ratio with its numeric error; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var search = new InscribedCircleSearch(outline);
        var bound = search.Run(Tolerance);
        var radius = outline.EqualAreaRadius;
        return Measured.Between(search.Radius / radius, search.Radius / radius, Math.Min(1, bound / radius));
    }
}
