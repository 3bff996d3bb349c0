namespace CityRenewal.Geo.Reasons;

/// <summary>What a flip does to one limit of a request.</summary>
/// <param name="Kind">The limit as a break.</param>
/// <param name="Limit">The limit by the word of the request.</param>
/// <param name="Before">What is there now, in the unit of the limit.</param>
/// <param name="After">What would be there.</param>
/// <param name="Bound">What may be there.</param>
internal readonly record struct FlipEffect(FlipBreaks Kind, string Limit, double Before, double After, double Bound)
{
    /// <summary>Whether it would be broken, or broken further; soft limits are priced instead.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether it may be broken at a price.</summary>
    public bool IsSoft { get; init; }

    /// <summary>What the flip costs more by the price of a soft limit, m²; below 0 what it saves.</summary>
    public double Price { get; init; }
}
