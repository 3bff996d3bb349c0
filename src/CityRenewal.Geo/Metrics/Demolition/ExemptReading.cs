namespace CityRenewal.Geo.Metrics;

/// <summary>How exempt demolition (illegal with decision, dangerous without value) enters the demolition ratio; the text leaves it open.</summary>
public enum ExemptReading
{
    /// <summary>Out of the numerator only: the denominator is all existing floor area. The default.</summary>
    OutOfNumerator,

    /// <summary>Out of numerator and denominator: the stricter reading.</summary>
    OutOfBoth,
}
