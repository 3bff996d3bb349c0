namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What a unit pays and gets for keeping its limits, in parts of <see cref="PriceScale"/>. Every set of prices with the right
/// signs gives a bound that holds.
/// </summary>
/// <param name="Rows">Per row what a millionth of its unit costs; at least 0 and at most the row's own price where it is soft.</param>
/// <param name="Land">What twice a square grid unit of net land is given; negative where it is charged.</param>
/// <param name="Outline">What a length unit of outline costs besides λ, for the least compactness; at least 0.</param>
internal sealed record PriceSet(long[] Rows, long Land, long Outline)
{
    /// <summary>What land around small pieces is given for holding them.</summary>
    public ReachSet Reach { get; init; } = ReachSet.None;

    /// <summary>What a millionth of a m² of room for elective demolition costs; at least 0.</summary>
    public long Room { get; init; }

    /// <summary>What a millionth of a m² costs that demolition allows to be built; at least 0 and at most what it is worth.</summary>
    public long Built { get; init; }

    /// <summary>No price at all.</summary>
    public static PriceSet None(int rows) => new(new long[rows], 0, 0);
}
