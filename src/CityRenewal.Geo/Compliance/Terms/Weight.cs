namespace CityRenewal.Geo.Compliance;

/// <summary>How far a feature counts, in [0, 1]: 1 for yes, 0 for no, in between for a part, an interval where it is not known.</summary>
/// <param name="Low">At least so much.</param>
/// <param name="Value">Counted as so much.</param>
/// <param name="High">At most so much.</param>
public readonly record struct Weight(double Low, double Value, double High)
{
    /// <summary>It counts.</summary>
    public static readonly Weight Yes = Part(1);

    /// <summary>It does not count.</summary>
    public static readonly Weight No = Part(0);

    /// <summary>Nothing tells whether it counts; the value leaves it out.</summary>
    public static readonly Weight Unknown = new(0, 0, 1);

    /// <summary>Whether it is known how far the feature counts.</summary>
    public bool IsKnown => Low == High;

    /// <summary>A known part.</summary>
    public static Weight Part(double part) => new(part, part, part);

    /// <summary>Yes, no, or unknown.</summary>
    public static Weight Of(bool? truth) => truth switch { true => Yes, false => No, _ => Unknown };

    /// <summary>Both conditions: they count together as far as each does.</summary>
    public static Weight operator *(Weight a, Weight b) => new(a.Low * b.Low, a.Value * b.Value, a.High * b.High);
}
