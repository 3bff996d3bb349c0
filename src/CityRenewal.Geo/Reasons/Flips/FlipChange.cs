using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>What a flip changes of an area, in whole numbers: the sums that the search keeps.</summary>
/// <param name="Benefit">Benefit, millionths of a m².</param>
/// <param name="Outline">Length of the outline, length units of the nodes.</param>
/// <param name="TwiceArea">Twice the net area, square grid units.</param>
/// <param name="TwiceStreets">Twice the area of the streets that come in or go with it, square grid units.</param>
internal readonly record struct FlipChange(long Benefit, long Outline, long TwiceArea, long TwiceStreets)
{
    /// <summary>The change of undoing it.</summary>
    public static FlipChange operator -(FlipChange change) =>
        new(-change.Benefit, -change.Outline, -change.TwiceArea, -change.TwiceStreets);

    /// <summary>Benefit gained minus the price of the outline, m².</summary>
    public double Value(SearchLimits limits) => (Benefit * SearchLimits.BenefitUnit) - (limits.Price * Outline);
}
