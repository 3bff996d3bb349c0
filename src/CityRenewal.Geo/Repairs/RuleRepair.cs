using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Repairs;

/// <summary>A rule that an area fails, with the least change that would make it keep this rule and worsen no other verdict.</summary>
/// <param name="Finding">What fails.</param>
/// <param name="Change">The change; null where none was found.</param>
public sealed record RuleRepair(Finding Finding, RepairChange? Change);
