namespace CityRenewal.Geo.Metrics;

/// <summary>
/// A measured value with the interval that it lies in, or the reason why there is none. Undefined stays undefined:
/// 0/0 is "not applicable", a missing layer is "unknown", and neither is ever a zero.
/// </summary>
/// <param name="Value">The value in the measure's unit; null where there is none.</param>
/// <param name="Low">Lower end of the interval; equals <paramref name="Value"/> where the value is exact, null where it is open below.</param>
/// <param name="High">Upper end of the interval; null where it is open above.</param>
/// <param name="State">Whether the value is known, not applicable, or unknown.</param>
/// <param name="WhyNot">Why there is no value; null where there is one.</param>
public readonly record struct Measured(double? Value, double? Low, double? High, MeasuredState State, WhyNot? WhyNot)
{
    /// <summary>A value without error beyond rounding.</summary>
    public static Measured Exactly(double value) => new(value, value, value, MeasuredState.Known, null);

    /// <summary>A value that the truth may differ from by <paramref name="error"/> on either side.</summary>
    public static Measured Within(double value, double error) =>
        new(value, value - error, value + error, MeasuredState.Known, null);

    /// <summary>A value with an interval that need not be symmetric.</summary>
    public static Measured Between(double low, double value, double high) =>
        new(value, low, high, MeasuredState.Known, null);

    /// <summary>A value that is at least so much, and open above: something that belongs to it is unknown.</summary>
    public static Measured AtLeast(double value, double low) => new(value, low, null, MeasuredState.Known, null);

    /// <summary>A value that is at most so much, and open below: something that lowers it is unknown.</summary>
    public static Measured AtMost(double value, double high) => new(value, null, high, MeasuredState.Known, null);

    /// <summary>The measure has no meaning here, as 0/0.</summary>
    public static Measured NotApplicable(WhyNot whyNot) => new(null, null, null, MeasuredState.NotApplicable, whyNot);

    /// <summary>The measure has a meaning here, but what it needs was not given.</summary>
    public static Measured Unknown(WhyNot whyNot) => new(null, null, null, MeasuredState.Unknown, whyNot);

    /// <summary>The value, or NaN where there is none.</summary>
    public double OrNaN => Value ?? double.NaN;

    /// <summary>Half the width of the interval: 0 for an exact value, NaN where there is none.</summary>
    public double Error => High - Low is { } width ? width / 2 : double.NaN;
}
