namespace CityRenewal.Geo.Reasons;

/// <summary>What the limits of a request make of a flip, all together.</summary>
/// <param name="Price">What soft limits cost more, m².</param>
/// <param name="Breaks">Hard limits that it would break.</param>
/// <param name="Dearest">The soft limit that costs most more; none where none does.</param>
internal readonly record struct FlipCost(double Price, FlipBreaks Breaks, FlipBreaks Dearest)
{
    /// <summary>Sums effects up.</summary>
    public static FlipCost Of(List<FlipEffect> effects)
    {
        var (price, breaks, dearest, most) = (0.0, FlipBreaks.None, FlipBreaks.None, 0.0);
        foreach (var effect in effects)
        {
            price += effect.Price;
            breaks |= effect.IsBroken ? effect.Kind : FlipBreaks.None;
            (dearest, most) = effect.Price > most ? (effect.Kind, effect.Price) : (dearest, most);
        }

        return new FlipCost(price, breaks, dearest);
    }
}
