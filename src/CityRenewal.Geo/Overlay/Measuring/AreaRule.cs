namespace CityRenewal.Geo.Overlay;

/// <summary>What counts as nothing and as all of a feature.</summary>
internal static class AreaRule
{
    /// <summary>
    /// An area below half a grid square (0.5e-8 m² on a grid of 0.1 mm) is none, and one that lacks as little is the whole:
    /// finer differences are rounding and not land. Beyond 0.05 km² the limit grows with the feature (1 part in 10^13).
    /// </summary>
    public static double Settle(double part, double whole)
    {
        var limit = LimitOf(whole);
        return part <= limit ? 0 : part >= whole - limit ? whole : part;
    }

    /// <summary>The largest area that counts as nothing, square grid units.</summary>
    public static double LimitOf(double whole) => Math.Max(0.5, whole * 1e-13);
}
