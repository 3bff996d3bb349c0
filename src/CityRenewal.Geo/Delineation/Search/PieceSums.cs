namespace CityRenewal.Geo.Delineation;

/// <summary>What the nodes of a piece add up to, in whole numbers.</summary>
/// <param name="Benefit">Sum of the benefits, millionths of a m².</param>
/// <param name="Outline">Length of the outline, length units of the nodes.</param>
/// <param name="TwiceArea">Twice the net area, square grid units.</param>
/// <param name="Members">Number of parcels' nodes.</param>
internal readonly record struct PieceSums(long Benefit, long Outline, long TwiceArea, int Members)
{
    /// <summary>The sums with something added.</summary>
    public PieceSums With(long benefit, long outline, long twiceArea, int members) =>
        new(Benefit + benefit, Outline + outline, TwiceArea + twiceArea, Members + members);

    /// <summary>Benefit minus the price of the outline, m².</summary>
    public double Value(double price) => (Benefit * SearchLimits.BenefitUnit) - (price * Outline);
}
