namespace CityRenewal.Geo.Areas;

/// <summary>A limit that is kept whatever it costs, or that may be broken at a price.</summary>
/// <param name="Value">The limit, in the unit that its field names.</param>
/// <param name="Price">What one unit too much or too little costs, m² of benefit; null where the limit is hard.</param>
public sealed record PricedLimit(double Value, double? Price = null)
{
    /// <summary>Whether it may be broken at a price.</summary>
    public bool IsSoft => Price is not null;

    /// <summary>The price in force: infinite where the limit is hard.</summary>
    public double PriceInForce => Price ?? double.PositiveInfinity;
}
