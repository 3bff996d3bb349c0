namespace CityRenewal.Geo.Comparison;

/// <summary>A verdict that is another in the new version.</summary>
/// <param name="Was">In the old version; null where the rule was not put to the area.</param>
/// <param name="Is">In the new version; null where the rule is not put to it.</param>
public sealed record VerdictChange(AreaVerdict? Was, AreaVerdict? Is)
{
    /// <summary>Id of the rule.</summary>
    public string Rule => (Was ?? Is)!.Rule;

    /// <summary>The project; empty for the area itself.</summary>
    public string Project => (Was ?? Is)!.Project;
}
