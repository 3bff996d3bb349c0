namespace CityRenewal.Geo.Defects;

/// <summary>How much a defect matters to the results.</summary>
public enum Severity
{
    /// <summary>Worth knowing; no number depends on it.</summary>
    Note = 0,

    /// <summary>Numbers that depend on it are less certain, or a value counts as unknown.</summary>
    Warning = 1,

    /// <summary>The feature cannot be used as it is: it was repaired by a named rule or left out.</summary>
    Error = 2,
}
