using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Repairs;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// A repaired area reviewed as a boundary from anyone: its outline is laid over the parcels again and every rule is judged
/// afresh. Nothing that the repair summed up is taken over.
/// </summary>
/// <param name="Findings">What the review says of the area with the change.</param>
/// <param name="Faults">Where the review disagrees with the repair, or finds a rule worse than before, in words; empty where it confirms it.</param>
public sealed record RepairCheck(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Faults)
{
    /// <summary>Whether the review confirms that the change repairs what it is for and worsens nothing.</summary>
    public bool Holds => Faults.Count == 0;

    // Its outline is on the city's grid already.
    private static readonly SourceShapes NoShapes = new()
    {
        Kind = ShapeKind.Polygon, X = [], Y = [], RingStart = [0], FeatureStart = [0], IsHole = [],
    };

    /// <summary>Reviews an area with a change.</summary>
    /// <param name="session">The session that the change is for, before it is made.</param>
    /// <param name="repair">The repair.</param>
    /// <param name="change">One of its changes.</param>
    /// <param name="rules">The rules that it is for.</param>
    /// <param name="cancel">Ends the work.</param>
    public static RepairCheck Of(
        EditSession session, AreaRepair repair, RepairChange change, IReadOnlyList<Finding> rules, CancellationToken cancel = default)
    {
        var area = change.After.Area;
        var told = new OutlinesUnderReview([area.Id], NoShapes, 0)
        {
            Dispositions = [session.State.Proposes ? area.Dispositions : null],
            Declared = Metrics.AreaDeclaration.Of(session.Ground.Plan.Options),
        };
        var reviewed = BoundaryReview.Of(ReviewGround.Of(session.Ground), (told, [area.Outline]), null, cancel).Boundaries[0];
        var wanted = rules.Where(rule => rule.Project is null).ToDictionary(rule => rule.Rule.Id, rule => RepairGoal.RankLeft(rule.Judgement));
        var before = repair.Before.Findings.Where(finding => finding.Project is null).ToDictionary(finding => finding.Rule.Id);
        return new RepairCheck(reviewed.Findings,
        [
            .. reviewed.Parcels.SequenceEqual(area.Parcels) ? Array.Empty<string>() : ["its outline holds other parcels than the repaired area"],
            .. from finding in reviewed.Findings
               let allowed = wanted.TryGetValue(finding.Rule.Id, out var left) ? left : RepairGoal.RankOf(before.GetValueOrDefault(finding.Rule.Id)?.Verdict)
               where RepairGoal.RankOf(finding.Verdict) > allowed
               select $"{finding.Rule.Id}: {finding.Wording}",
        ]);
    }
}
