namespace CityRenewal.Geo.Need;

/// <summary>A measurement as the parts of a mean, so that those of several parcels add up.</summary>
/// <param name="Part">Sum of weight × value over what is known.</param>
/// <param name="Whole">Weight of what is known.</param>
/// <param name="Missing">Weight of what is not known.</param>
internal readonly record struct SignTally(double Part, double Whole, double Missing)
{
    /// <summary>Something of which nothing is known.</summary>
    public static readonly SignTally Unknown = new(0, 0, 1);

    /// <summary>The mean over what is known; NaN where nothing is.</summary>
    public double Value => Whole > 0 ? Part / Whole : double.NaN;

    /// <summary>Whether at least half of it is known.</summary>
    public bool IsKnown => Whole > 0 && Whole >= Missing;

    /// <summary>Whether there is nothing that could be known, as on a parcel without buildings.</summary>
    public bool IsOfNothing => !(Whole > 0) && !(Missing > 0);

    public static SignTally operator +(SignTally one, SignTally other) =>
        new(one.Part + other.Part, one.Whole + other.Whole, one.Missing + other.Missing);
}
