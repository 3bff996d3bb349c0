using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>The rules of a pack that keep land apart from earlier entries of the register, on boundaries that were held against it.</summary>
internal static class RegisteredLandRules
{
    // An entry whose parcels were split or renumbered may lie on this land all the same.
    private static readonly Judgement Untold = Judgement.Unknown(new WhyNot(
        "registered_parcels_gone", "Earlier entries of the register have parcels that the present layer has no more: compare their land with this boundary by hand.",
        "项目库在册条目的部分地块在现行图层中已不存在：请人工比对其用地与本边界。")) with { Limit = 0, Unit = RuleUnit.SquareMetre };

    /// <summary>One finding for each boundary and rule, whether anything is held twice or not.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="city">The city with its facts.</param>
    /// <param name="boundary">The boundary.</param>
    /// <param name="held">What it shares with other entries, and whether any of those has parcels that the present layer has no more.</param>
    public static IEnumerable<Finding> Of(
        RulePack pack, (City City, ParcelFacts Facts) city, SubmittedLand boundary, (IEnumerable<RegisterOverlap> Overlaps, bool HasVanished) held)
    {
        var rows = boundary.Parcels.ToDictionary(row => city.City.Parcels.Ids[row], StringComparer.Ordinal);
        List<HeldTwice> twice =
        [
            .. held.Overlaps.Where(overlap => overlap.IsConflict)
                .Select(overlap => new HeldTwice(overlap.Entry.Id, [.. overlap.Parcels.Select(id => rows[id]).Order()], overlap.LandM2)),
        ];
        var scope = boundary.ProjectOf is null ? RuleScope.Area : RuleScope.Project;
        var version = city.City.DataVersion;
        return from rule in pack.Rules
               where !rule.IsPart && rule.Test is ApartTest { From: ApartTest.Register } && rule.Scopes.Contains(scope)
               let told = ApartTest.Of(twice, parcel => city.Facts.AreaM2[parcel])
               let judged = told.Verdict == Verdict.Pass && held.HasVanished ? Untold : told
               select new Finding
               {
                   Area = boundary.ProjectOf ?? boundary.Id,
                   Project = boundary.ProjectOf is null ? null : boundary.Id,
                   Rule = rule,
                   Assumptions = rule.Assumptions,
                   Judgement = judged.Verdict == Verdict.Fail && rule.Consent is not null ? judged with { Verdict = Verdict.NeedsApproval } : judged,
                   SourcesOf = () => [new FindingSource(LayerNames.Parcels, version, [.. judged.Evidence.Parcels.Select(row => city.City.Parcels.Ids[row])])],
               };
    }
}
