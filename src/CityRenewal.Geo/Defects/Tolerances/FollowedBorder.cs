namespace CityRenewal.Geo.Defects;

/// <summary>
/// Tells the tolerance from distances to the nearest border. They are of two sorts: small ones where the border is followed,
/// and any where it is not. The second sort is even over short distances, so what lies between 4 and 10 m says how many of it
/// lie below 4 m too; the rest follows.
/// </summary>
internal static class FollowedBorder
{
    private const double Near = 4;
    private const double Far = 10;
    private const double LeastFollowing = 0.1;
    private const int FewestFollowing = 20;
    private const double Quantile = 0.95;
    private const double Closely = 0.1;
    private const double MostMedians = 4;

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

        // A few far places must not widen what nearly all others follow closely.
        var tolerance = Math.Min(At(Quantile * following, sorted, unrelatedPerMetre), Math.Max(Closely, MostMedians * median));
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
