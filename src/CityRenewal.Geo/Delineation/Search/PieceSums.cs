namespace CityRenewal.Geo.Delineation;

/// <summary>What the nodes of a piece add up to, in whole numbers; also what a node adds to a piece.</summary>
/// <param name="Benefit">Sum of the benefits, millionths of a m².</param>
/// <param name="Outline">Length of the outline, length units of the nodes.</param>
/// <param name="TwiceArea">Twice the net area, square grid units.</param>
/// <param name="TwiceGross">Twice the area with the piece's own streets, square grid units.</param>
/// <param name="Members">Number of parcels' nodes.</param>
/// <param name="Locked">Number of its nodes that have to be in an area.</param>
internal readonly record struct PieceSums(
    long Benefit, long Outline, long TwiceArea, long TwiceGross, int Members, int Locked)
{
    /// <summary>Benefit minus the price of the outline, m².</summary>
    public double Value(double price) => (Benefit * SearchLimits.BenefitUnit) - (price * Outline);

    public static PieceSums operator +(in PieceSums a, in PieceSums b) => new(
        a.Benefit + b.Benefit, a.Outline + b.Outline, a.TwiceArea + b.TwiceArea, a.TwiceGross + b.TwiceGross,
        a.Members + b.Members, a.Locked + b.Locked);

    public static PieceSums operator -(in PieceSums a, in PieceSums b) => new(
        a.Benefit - b.Benefit, a.Outline - b.Outline, a.TwiceArea - b.TwiceArea, a.TwiceGross - b.TwiceGross,
        a.Members - b.Members, a.Locked - b.Locked);
}
