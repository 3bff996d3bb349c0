namespace CityRenewal.Geo.Compliance;

/// <summary>On which side of its limit a value keeps a rule.</summary>
public enum LimitSense
{
    /// <summary>The limit itself and below.</summary>
    AtMost = 0,

    /// <summary>The limit itself and above.</summary>
    AtLeast = 1,
}
