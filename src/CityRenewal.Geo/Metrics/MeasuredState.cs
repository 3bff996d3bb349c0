namespace CityRenewal.Geo.Metrics;

/// <summary>Whether a measure has a value.</summary>
public enum MeasuredState : byte
{
    /// <summary>It has a value.</summary>
    Known = 0,

    /// <summary>It has no meaning here (0/0): never 0 and never a pass.</summary>
    NotApplicable = 1,

    /// <summary>It has a meaning, but what it needs was not given.</summary>
    Unknown = 2,
}
