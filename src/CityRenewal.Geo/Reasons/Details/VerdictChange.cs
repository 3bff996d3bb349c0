using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reasons;

/// <summary>A rule whose verdict on an area would be another after a flip, both measured from the outline.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">What is found now; null where there is no area.</param>
/// <param name="After">What would be found; null where there would be no area.</param>
public sealed record VerdictChange(PackRule Rule, Judgement? Before, Judgement? After);
