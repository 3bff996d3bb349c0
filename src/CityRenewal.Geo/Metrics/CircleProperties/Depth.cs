namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Depth: mean distance from the land to its nearest boundary over that of a circle of equal area, r/3; in (0, 1], 1 for
/// a circle. Source: Angel, Parent and Civco 2010. The boundary includes holes; several parts as they are. By quadrature
/// over about 3,072 evenly spread points with exact distances; the numeric error is (step² · P / 8A) over r/3, given as the
/// interval, about 0.0008 for compact outlines. Pitfall: as sensitive to boundary wiggle as its amplitude, not its length.
/// </summary>
public static class Depth
{
    private const int Points = 3072;

    /// <summary>The ratio with its numeric error; not applicable without an area.</summary>
    public static Measured Of(Outline outline)
    {
        if (!outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var samples = InnerSamples.Of(outline, Points);
        var distances = BoundaryDistances.Of(outline.Edges, samples.X, samples.Y);
        double sum = 0, area = 0;
        for (var i = 0; i < distances.Length; i++)
        {
            sum += samples.Weight[i] * distances[i];
            area += samples.Weight[i];
        }

        var ofCircle = outline.EqualAreaRadius / 3;
        var error = samples.Step * samples.Step * outline.Perimeter / (8 * outline.Area);
        return Measured.Within(Math.Min(1, sum / area / ofCircle), error / ofCircle);
    }
}
