namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The least compactness τ as a linear limit: an outline of length P around A with 4πA/P² ≥ τ has P ≤ √(4πA/τ), which is at
/// most A·√(4π/(τ·smallest)) as A is at least the smallest area. Length and area are of the same outline, streets included.
/// </summary>
internal static class Chord
{
    /// <summary>What twice a square grid unit inside the outline is given where a length unit of it costs a price, parts, rounded up.</summary>
    public static long For(long outlinePrice, SearchLimits limits)
    {
        // Eight length units are one grid unit: 4π·(A₂/2) / (P/8)² ≥ τ is P² ≤ 128π·A₂/τ.
        var slope = Math.Sqrt(128 * Math.PI / (limits.LeastPolsbyPopper * limits.LeastTwiceArea));
        return (long)Math.Ceiling(outlinePrice * slope * (1 + 1e-11)) + 1;
    }
}
