namespace CityRenewal.Geo.Need;

/// <summary>
/// A profile: weights of the parts of the need score. They add up to 1 where every part is known somewhere in the city; a
/// part that is known nowhere in the city has weight 0, for every parcel.
/// </summary>
/// <param name="Age">Weight of the buildings' age.</param>
/// <param name="Danger">Weight of their danger grades.</param>
/// <param name="Density">Weight of the share of land that they cover.</param>
public sealed record NeedWeights(double Age, double Danger, double Density)
{
    /// <summary>The general profile, an assumption of ours: 0.4, 0.4, 0.2 and nothing else.</summary>
    public static readonly NeedWeights Default = new(0.4, 0.4, 0.2);

    /// <summary>Weight of what the buildings are built of.</summary>
    public double Structure { get; init; }

    /// <summary>Weight of the shortage of facilities.</summary>
    public double Facilities { get; init; }

    /// <summary>Weight of the years since an earlier renewal.</summary>
    public double EarlierRenewal { get; init; }

    /// <summary>Sum of the weights in use.</summary>
    public double Sum => Age + Danger + Density + Structure + Facilities + EarlierRenewal;

    /// <summary>Weight of one part.</summary>
    public double this[NeedPart part] => part switch
    {
        NeedPart.Age => Age,
        NeedPart.Danger => Danger,
        NeedPart.Density => Density,
        NeedPart.Structure => Structure,
        NeedPart.Facilities => Facilities,
        _ => EarlierRenewal,
    };

    /// <summary>A profile that has a weight for every part.</summary>
    public static NeedWeights From(Func<NeedPart, double> weightOf) =>
        new(weightOf(NeedPart.Age), weightOf(NeedPart.Danger), weightOf(NeedPart.Density))
        {
            Structure = weightOf(NeedPart.Structure),
            Facilities = weightOf(NeedPart.Facilities),
            EarlierRenewal = weightOf(NeedPart.EarlierRenewal),
        };

    /// <summary>The profile without the parts that are known nowhere in the city.</summary>
    public NeedWeights KnownIn(NeedColumns parts) => From(part => parts.IsKnownAnywhere(part) ? this[part] : 0);
}
