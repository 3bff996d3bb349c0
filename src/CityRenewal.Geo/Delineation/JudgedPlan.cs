using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>A plan and what the rules say of it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rules">The rule pack that it was made under; null where none was asked for.</param>
/// <param name="Findings">Every rule on every area, by area, then in the order of the pack; empty without a pack.</param>
/// <param name="Need">The need of every parcel, as the plan was made from.</param>
/// <param name="Labels">The categories of every parcel; null without a pack.</param>
public sealed record JudgedPlan(
    Plan Plan, RulePack? Rules, IReadOnlyList<Finding> Findings, NeedScores Need, CategoryLabels? Labels)
{
    /// <summary>The rules that could not be judged at all, because a layer is missing; in the order of the pack.</summary>
    public IReadOnlyList<UnjudgedRule> Unjudged { get; init; } = [];

    /// <summary>What proves the bound; null where nothing was searched.</summary>
    public PlanCertificate? Certificate { get; init; }

    /// <summary>What the check of the certificate says; null where there is none.</summary>
    public CertificateVerdict? Checked { get; init; }

    /// <summary>The problem that it solves; null where somebody else drew it.</summary>
    internal ProposalProblem? Problem { get; init; }
}
