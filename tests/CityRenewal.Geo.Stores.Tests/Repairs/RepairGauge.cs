using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Stores.Tests.Repairs;

/// <summary>What a repaired area has to be, told from what an edit session shows before and after and from nothing else.</summary>
internal static class RepairGauge
{
    /// <summary>Everything that is wrong with an area as the repair of another one; empty where it is good.</summary>
    public static string Faults(EditedArea before, EditedArea after, IReadOnlyList<Finding> rules)
    {
        var faults = new List<string>();
        var wanted = rules.Select(rule => rule.Rule.Id).ToHashSet();
        var was = before.Findings.ToDictionary(finding => finding.Rule.Id);
        foreach (var finding in after.Findings)
        {
            var allowed = wanted.Contains(finding.Rule.Id) ? Left(was[finding.Rule.Id].Judgement) : Badness(was.GetValueOrDefault(finding.Rule.Id)?.Verdict);
            if (Badness(finding.Verdict) > allowed)
            {
                faults.Add($"{finding.Rule.Id} {finding.Verdict}");
            }
        }

        faults.AddRange(after.Breaches.Select(breach => breach.Check).Except(before.Breaches.Select(breach => breach.Check)));
        if (Holes(after) > Holes(before))
        {
            faults.Add("enclave");
        }

        return string.Join(", ", faults);
    }

    /// <summary>Buildings that go, by row.</summary>
    public static IEnumerable<int> Going(EditedArea area) =>
        area.Area.Dispositions.Where(proposed => proposed.Disposition == Areas.Disposition.Demolish).Select(proposed => proposed.Building);

    private static int Badness(Verdict? verdict) => verdict switch
    {
        null or Verdict.Pass => 0,
        Verdict.Marginal or Verdict.Unknown => 1,
        Verdict.NeedsApproval => 2,
        _ => 3,
    };

    private static int Left(Judgement judgement) => judgement.Members
        .Select(member => member.Judgement.Verdict == Verdict.Fail ? Left(member.Judgement) : Badness(member.Judgement.Verdict)).DefaultIfEmpty(0).Max();

    private static int Holes(EditedArea area) => Enumerable.Range(0, area.Area.Outline.RingStart.Length - 1)
        .Count(ring => area.Area.Outline.TwiceAreaOfRing(ring) < 0);
}
