namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Cohesion: mean distance between two points of a circle of equal area, 128r/45π, over the mean distance between two
/// points of the land; in (0, 1], 1 for a circle. Source: Angel, Parent and Civco 2010; the constant: Crofton 1885.
/// Instead of 20,000 sampled points the mean is a double integral around the boundary (divergence theorem), by Gauss
/// quadrature; its numeric error is estimated by a coarser rule and given as the interval: below 0.001 up to 1,024
/// vertices. Holes and several parts as they are. Pitfall: distances are straight, also across holes and between parts.
/// </summary>
public static class Cohesion
{
    private const int MostNodes = 20_000;

    private static readonly WhyNot TooManyRings = new(
        "too_many_rings",
        "The outline has too many separate rings for a mean over all pairs of points; measure its parts one by one.",
        "轮廓的环过多，无法计算所有点对的平均距离；请逐个部件量测。");

    /// <summary>The ratio with its numeric error; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var nodes = BoundaryNodes.Fine(outline);
        if (nodes.Count > MostNodes)
        {
            return Measured.Unknown(TooManyRings);
        }

        var fine = InverseOf(nodes);
        return OutlineRatio.Of(outline, 1, fine, Math.Abs(fine - InverseOf(BoundaryNodes.Coarse(outline))));
    }

    private static double InverseOf(BoundaryNodes nodes)
    {
        var mean = -nodes.SumOverPairs() / (9 * nodes.Area * nodes.Area);
        return mean / (128 / (45 * Math.PI) * Math.Sqrt(nodes.Area / Math.PI));
    }
}
