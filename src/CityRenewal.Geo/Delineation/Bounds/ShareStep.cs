namespace CityRenewal.Geo.Delineation;

/// <summary>How shares of tangents move prices.</summary>
/// <param name="Reach">How far a whole share moves prices, per slope.</param>
/// <param name="Close">What promises less is left, m².</param>
/// <param name="Dearest">The highest price; the lowest is 0.</param>
internal readonly record struct ShareStep(double Reach, double Close, double Dearest)
{
    /// <summary>A price within its limits.</summary>
    public double Kept(double price) => Math.Clamp(price, 0, Dearest);

    /// <summary>Whether a price that would like to move in a direction can.</summary>
    public bool Moves(double price, double way) => (price > 0 || (price == 0 && way > 0)) && price < Dearest;
}
