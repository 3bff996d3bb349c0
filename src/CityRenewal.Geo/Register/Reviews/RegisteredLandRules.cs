using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>The rules of a pack that keep land apart from earlier entries of the register, on boundaries that were held against it.</summary>
internal static class RegisteredLandRules
{
    /// <summary>One finding for each boundary and rule, whether anything is held twice or not.</summary>
    public static IEnumerable<Finding> Of(
        RulePack pack, (City City, ParcelFacts Facts) city, SubmittedLand boundary, IEnumerable<RegisterOverlap> overlaps)
    {
        var rows = boundary.Parcels.ToDictionary(row => city.City.Parcels.Ids[row], StringComparer.Ordinal);
        List<HeldTwice> held =
        [
            .. overlaps.Where(overlap => overlap.IsConflict)
                .Select(overlap => new HeldTwice(overlap.Entry.Id, [.. overlap.Parcels.Select(id => rows[id]).Order()], overlap.LandM2)),
        ];
        var scope = boundary.ProjectOf is null ? RuleScope.Area : RuleScope.Project;
        var version = city.City.DataVersion;
        return from rule in pack.Rules
               where !rule.IsPart && rule.Test is ApartTest { From: ApartTest.Register } && rule.Scopes.Contains(scope)
               let judged = ApartTest.Of(held, parcel => city.Facts.AreaM2[parcel])
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
