using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// The least change of parcels and dispositions that makes a failing area keep its rules: for each rule that it fails alone,
/// and for all of them together. Parcels come in at the rim or go out, demolitions by choice are given up; no new demolition
/// is proposed, and no other verdict gets worse.
/// </summary>
public sealed class AreaRepair
{
    private AreaRepair(EditedArea before) => Before = before;

    /// <summary>The area as it is.</summary>
    public EditedArea Before { get; }

    /// <summary>Every rule that it fails, in the order of the findings, with what would free it.</summary>
    public IReadOnlyList<RuleRepair> Rules { get; private init; } = [];

    /// <summary>The least change for all rules that it fails; null where it fails none, or none was found.</summary>
    public RepairChange? Together { get; private init; }

    /// <summary>Open findings that no land is sought for.</summary>
    public IReadOnlyList<BeyondRepair> Beyond { get; private init; } = [];

    /// <summary>Whether there is anything to repair by land.</summary>
    public bool IsNeeded => Rules.Count > 0;

    /// <summary>Seeks the changes; the session stays as it is.</summary>
    /// <param name="session">A session with rules that holds the area; other areas keep their land.</param>
    /// <param name="id">The area.</param>
    /// <param name="effort">How much may be tried; null takes the default.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">There is no area of that id, or the session has no rules.</exception>
    public static AreaRepair Of(EditSession session, string id, RepairEffort? effort = null, CancellationToken cancel = default)
    {
        var before = session.Area(id);
        var failing = before.Findings.Where(finding => finding.Verdict == Verdict.Fail).ToList();
        List<IReadOnlyList<Finding>> goals = [.. failing.Select(finding => (IReadOnlyList<Finding>)[finding])];
        if (failing.Count > 1)
        {
            goals.Add(failing);
        }

        var found = new RepairChange?[goals.Count];
        var threads = session.Ground.Plan.Options.Threads;
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = threads > 0 ? threads : -1 };
        Parallel.For(0, goals.Count, parallel, () => new TrialJudge(session, before), (goal, _, judge) =>
        {
            found[goal] = new RuleSearch(session, before, judge, effort ?? RepairEffort.Default).For(goals[goal], cancel);
            return judge;
        }, _ => { });
        var together = found.LastOrDefault();
        return new AreaRepair(before)
        {
            Rules = [.. failing.Select((finding, index) => new RuleRepair(finding, Smaller(found[index], together)))],
            Together = together,
            Beyond = BeyondRepair.In(before.Findings),
        };
    }

    // What frees all rules frees each of them: where the search for one rule found less, that is its price.
    private static RepairChange? Smaller(RepairChange? alone, RepairChange? together) =>
        together is null || (alone is not null && alone.Cost.CompareTo(together.Cost) <= 0) ? alone : together with { IsLeast = false };
}
