namespace CityRenewal.Geo.Comparison;

/// <summary>What one version says of one rule on one area.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Project">The project inside the area; empty for the area itself.</param>
/// <param name="Verdict">The verdict in the word of the wire; not_applicable where the rule is not applicable.</param>
/// <param name="Measured">What was measured; null where there is nothing.</param>
public sealed record AreaVerdict(string Rule, string Project, string Verdict, double? Measured);
