namespace CityRenewal.Geo.Need;

/// <summary>
/// Weights of the parts of the need score. They add up to 1 where every part is known somewhere in the city; a part that
/// is known nowhere in the city has weight 0, for every parcel.
/// </summary>
/// <param name="Age">Weight of the buildings' age.</param>
/// <param name="Danger">Weight of their danger grades.</param>
/// <param name="Density">Weight of the share of land that they cover.</param>
public sealed record NeedWeights(double Age, double Danger, double Density)
{
    /// <summary>The weights of the house, an assumption: 0.4, 0.4, 0.2.</summary>
    public static readonly NeedWeights Default = new(0.4, 0.4, 0.2);

    /// <summary>Sum of the weights in use.</summary>
    public double Sum => Age + Danger + Density;
}
