namespace CityRenewal.Geo.Defects;

/// <summary>
/// Tells the tolerance from distances to the nearest border. They are of two sorts: small ones where the border is followed,
/// and any where it is not. The second sort is even over short distances, so what lies between 4 and 10 m says how many of it
/// lie below 4 m too; the rest follows.
/// </summary>
/// <remarks>
/// What is left of the second sort is few beside the middle of the first and many beside its end. So the middle is measured, and the
/// end is what it is for errors that are spread normally: of 100 errors 95 are below 2.91 times their median (src/decisions/165).
/// </remarks>
internal static class FollowedBorder
{
    private const double Near = 4;
    private const double Far = 10;
    private const double LeastFollowing = 0.1;
    private const int FewestFollowing = 20;
    private const double Quantile = 0.95;
    private const double Closely = 0.1;
    private const double Plainly = 0.9;

    // 95 of 100 normal errors are below 1.96 of their deviation, half of them below 0.6745.
    private const double EndOfMedian = 1.96 / 0.6745;

    /// <summary>The tolerance of a pair.</summary>
    public static LayerTolerance Estimate((string Layer, string Other) pair, double[] distances)
    {
        var sorted = distances.Where(distance => distance < Far).Order().ToArray();
        var within = sorted.Count(distance => distance < Near);
        var unrelatedPerMetre = (sorted.Length - within) / (Far - Near);
        var following = within - (unrelatedPerMetre * Near);
        var share = distances.Length == 0 ? 0 : Math.Max(0, following / distances.Length);
        if (following < FewestFollowing || share < LeastFollowing)
        {
            return new LayerTolerance(pair.Layer, pair.Other, double.NaN, double.NaN, distances.Length, share);
        }

        var median = At(0.5 * following, sorted, unrelatedPerMetre);

        var end = At(Quantile * following, sorted, unrelatedPerMetre);

        // Nearly all follow to the centimetre: what differs by more is few, and still drawn along.
        var tolerance = Math.Max(EndOfMedian * median, Math.Min(Closely, end));

        // Where nearly every place follows, nothing disturbs the end, and no spread has to be supposed.
        tolerance = share >= Plainly ? Math.Min(tolerance, end) : tolerance;
        return tolerance >= LayerTolerance.Largest
            ? new LayerTolerance(pair.Layer, pair.Other, double.NaN, double.NaN, distances.Length, share)
            : new LayerTolerance(pair.Layer, pair.Other, Math.Round(tolerance, 2), Math.Round(median, 3), distances.Length, share);
    }

    // The distance below which so many places lie beyond those that are unrelated.
    private static double At(double wanted, double[] sorted, double unrelatedPerMetre)
    {
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i + 1 - (unrelatedPerMetre * sorted[i]) >= wanted)
            {
                return sorted[i];
            }
        }

        return sorted[^1];
    }
}
