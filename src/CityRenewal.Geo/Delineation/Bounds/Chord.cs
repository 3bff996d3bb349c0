namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The least compactness τ as a linear limit: an outline of length P around A with 4πA/P² ≥ τ has P ≤ √(4πA/τ), which is at
/// most A·√(4π/(τ·smallest)) as A is at least the smallest area. Length and area are of the same outline, streets included.
/// </summary>
internal static class Chord
{
    // Below, no outline that a city has is too long.
    private const double LeastAsked = 1e-6;

    /// <summary>Whether a least compactness is asked for that an outline could miss.</summary>
    public static bool IsAsked(SearchLimits limits) => limits.LeastPolsbyPopper > LeastAsked && limits.LeastTwiceArea > 0;

    /// <summary>The highest price of an outline for which what land is given in return stays a price.</summary>
    public static long Dearest(SearchLimits limits) => (long)(PriceScale.Dearest / Math.Max(1, Slope(limits)));

    /// <summary>What twice a square grid unit inside the outline is given where a length unit of it costs a price, parts, rounded up.</summary>
    public static long For(long outlinePrice, SearchLimits limits) =>
        (long)Math.Ceiling(outlinePrice * Slope(limits) * (1 + 1e-11)) + 1;

    // Eight length units are one grid unit: 4π·(A₂/2) / (P/8)² ≥ τ is P² ≤ 128π·A₂/τ.
    private static double Slope(SearchLimits limits) =>
        Math.Sqrt(128 * Math.PI / (limits.LeastPolsbyPopper * limits.LeastTwiceArea));
}
