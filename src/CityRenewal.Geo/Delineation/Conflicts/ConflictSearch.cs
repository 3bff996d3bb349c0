using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Says why limits leave nothing: takes limits out one by one and keeps out those without which there still is nothing
/// (deletion filter), so that every limit that is left is needed for the conflict; then finds for each the smallest change
/// with which, all other limits kept, a run finds what is wanted. Work is bounded by the number of runs.
/// </summary>
internal sealed class ConflictSearch(ProposalRun run, SearchProblem problem)
{
    private const int MostRuns = 200;
    private const long MostParcelRuns = 20_000_000;

    private readonly long _mostRuns = Math.Clamp(MostParcelRuns / Math.Max(1, run.Ground.City.Parcels.Count), 40, MostRuns);
    private int _runs;

    /// <summary>Whether a plan lacks what is wanted of it.</summary>
    public static bool IsNeeded(Plan plan, ProposalGround ground, SearchProblem problem) =>
        Missed(plan, ground).Count > 0 || (plan.Areas.Count == 0 && problem.Benefits.Any(benefit => benefit > 0));

    /// <summary>The plan with the conflict, where limits are in one.</summary>
    public Plan Explain(Plan plan, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("limits in conflict", 0));
        var missed = Missed(plan, run.Ground);
        var tests = new FeasibilityTests(run, ConflictFocus.Of(run.Ground, problem, missed), cancel);
        var asked = new Asked(run.Ground.Options, run.Book?.Ground.Pack);
        var limits = new NamedLimits(asked, run.Ground).All();
        bool Holds(Asked other) => _runs++ < _mostRuns && tests.IsFeasible(other);

        var placeable = tests.Free(Without(asked, limits));
        if (placeable.Count == 0 || Holds(asked))
        {
            return plan;
        }

        var given = run.Ground.Named.RowsOf(run.Ground.Options.LockedIn);
        missed.RemoveAll(parcel => !placeable.Contains(parcel) && !given.Contains(parcel));

        var needed = limits.ToList();
        var dropped = new List<NamedLimit>();
        foreach (var limit in limits)
        {
            cancel.ThrowIfCancellationRequested();
            if (_runs >= _mostRuns)
            {
                break; // What was not tried may not be needed; it is told all the same.
            }

            if (!Holds(Without(asked, [.. dropped, limit])))
            {
                dropped.Add(limit);
                needed.Remove(limit);
            }
        }

        var changes = new LimitChanges(asked, Holds);
        var conflict = ConflictWording.Of(
            missed.Count > 0 ? "locked_in" : run.Ground.Options.Limits.FewestAreas is { IsSoft: false, Value: > 0 } && plan.Areas.Count == 0 && needed.Exists(limit => limit.Name == "fewest_areas") ? "fewest_areas" : "no_area",
            missed.Count == 0 && IsProven(plan),
            [.. needed.Select(limit => changes.Of(limit))]);
        return plan with { Conflict = conflict, Notes = [.. plan.Notes, new PlanNote("conflict", conflict.Text, conflict.TextChinese)] };
    }

    private static Asked Without(Asked asked, IReadOnlyList<NamedLimit> limits) =>
        limits.Aggregate(asked, (now, limit) => limit.Without(now));

    /// <summary>Parcels that are locked in, could be in an area, and are in none.</summary>
    private static List<int> Missed(Plan plan, ProposalGround ground)
    {
        if (!Array.Exists(ground.Locks, state => state == ParcelLock.In))
        {
            return [];
        }

        var members = plan.Areas.SelectMany(area => area.Parcels).ToHashSet();
        return [.. Enumerable.Range(0, ground.Locks.Length).Where(parcel => ground.Locks[parcel] == ParcelLock.In && ground.NetAreas[parcel] > 0 && !members.Contains(parcel))];
    }

    // Nothing is worth anything within the limits, or no land that may join is as large as the smallest area.
    private bool IsProven(Plan plan)
    {
        if (plan.Bound <= 1e-6)
        {
            return true;
        }

        var components = new NodeComponents(problem.Nodes);
        var land = new Dictionary<int, long>();
        for (var node = 0; node < problem.Nodes.Count; node++)
        {
            var component = components.Of(node);
            land[component] = land.GetValueOrDefault(component) + (problem.Nodes.IsStreet(node) ? 0 : problem.Nodes.TwiceArea[node]);
        }

        return land.Values.DefaultIfEmpty(0).Max() < problem.Limits.LeastTwiceArea;
    }
}
