using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Stores.Certificates;

/// <summary>A certificate with the request that it answers.</summary>
/// <param name="Certificate">What proves the bound.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="RulePack">Id of the rule pack; empty where none was asked for.</param>
/// <param name="RulePackHash">Hash of its text; empty where none was asked for.</param>
public sealed record SavedCertificate(PlanCertificate Certificate, ProposalOptions Options, string RulePack, string RulePackHash)
{
    /// <summary>The limits file that the request's own rules stand in; empty where it had none.</summary>
    public string RequestRules { get; init; } = "";
}
