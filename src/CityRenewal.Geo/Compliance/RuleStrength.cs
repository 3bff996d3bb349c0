namespace CityRenewal.Geo.Compliance;

/// <summary>How strictly a text binds; it decides the words of a finding, never the arithmetic.</summary>
public enum RuleStrength
{
    /// <summary>Must (应、不得).</summary>
    Must = 0,

    /// <summary>In principle (原则上): to be exceeded only with a justification of its own.</summary>
    InPrinciple = 1,

    /// <summary>Advisable (宜、不宜).</summary>
    Advisable = 2,
}
