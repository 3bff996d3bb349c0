using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Repairs;

/// <summary>A rule that an area fails, with the least change that would make it keep this rule and worsen no other verdict.</summary>
/// <param name="Finding">What fails.</param>
/// <param name="Change">The change; null where none was found.</param>
public sealed record RuleRepair(Finding Finding, RepairChange? Change)
{
    /// <summary>
    /// What the rule says with the change: null where there is none, or where it does not apply any more. A rule made of others
    /// may stay open for what is open in those; it fails no more.
    /// </summary>
    public Verdict? After => Change?.After.Findings
        .FirstOrDefault(finding => finding.Project == Finding.Project && finding.Rule.Id == Finding.Rule.Id)?.Verdict;
}
