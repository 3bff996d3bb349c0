namespace CityRenewal.Geo.Comparison;

/// <summary>A number that is another in the new version.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Was">In the old version; null where unknown.</param>
/// <param name="Is">In the new version; null where unknown.</param>
public sealed record NumberChange(string Name, double? Was, double? Is);
