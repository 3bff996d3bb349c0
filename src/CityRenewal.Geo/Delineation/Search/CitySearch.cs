using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Searches all planning units, each on its own, on any number of threads. No edge leaves a unit, so their bounds add up. What a
/// plan keeps to as a whole is priced on the land of every unit, round by round, and chosen for among the plans found.
/// </summary>
internal sealed class CitySearch(SearchProblem problem, SearchStart start, IProgress<WorkProgress>? progress)
{
    private const int MostRounds = 64;
    private const int PatientRounds = 3;

    private readonly GlobalLimits _limits = new(problem);
    private readonly IReadOnlyList<IReadOnlyList<int[]>> _start = start.ByProblem(problem.Nodes);

    /// <summary>What the search is called in its progress.</summary>
    public string Stage { get; init; } = "areas";

    /// <summary>Areas and bound of all units; the same for any number of threads.</summary>
    public SearchOutcome Run(SearchRun run, int threads, CancellationToken cancel)
    {
        var count = problem.Nodes.ProblemCount;
        var states = new UnitStates(problem, _limits);
        var tally = new SearchTally(count, progress) { Stage = Stage };
        Enumerable.Range(0, count).ToList().ForEach(unit => tally.Begin(unit, states.AtMost[unit]));
        tally.Report();
        var rounds = new SearchRounds(_limits, states);
        var visits = new UnitVisits(threads, run.Stop, cancel);
        var most = Math.Min(run.Work ?? long.MaxValue, (long)MostRounds * count);
        var goesOn = run.Work is not null || run.UntilStopped;
        long work = 0;
        var waited = 0;
        while (work < most && (!rounds.IsWhole || (goesOn && waited < PatientRounds)))
        {
            var todo = (int)Math.Min(count, most - work);
            tally.Expected = (int)Math.Min(int.MaxValue, work + count);
            var done = Round(rounds, states, (visits, todo), tally);
            work += done;
            waited = rounds.End(done, count) ? 0 : waited + 1;
            tally.Whole(rounds.Found, rounds.Bound);
            if (done < todo)
            {
                break;
            }
        }

        return rounds.Outcome(problem.Nodes) with { Work = work, IsCutShort = !rounds.IsWhole };
    }

    private int Round(SearchRounds rounds, UnitStates states, (UnitVisits Visits, int Todo) work, SearchTally tally)
    {
        var (visits, todo) = work;
        var benefits = rounds.Begin(problem.Benefits);
        var limits = rounds.Limits(problem.Limits);
        var found = new (UnitResult Result, IReadOnlyList<UnitPlan> Plans)[todo];
        return visits.Run(
            todo,
            (unit, cut, token) =>
            {
                var land = new UnitLand(problem.Nodes, benefits, limits, unit, problem.Rows);
                var result = new UnitVisit(rounds.Number, rounds.StartOf(unit) ?? _start[unit], start.IsFixed).Of(land, cut, token);
                found[unit] = (result, states.PlansOf(unit, result, benefits));
            },
            unit =>
            {
                rounds.Add(unit, found[unit].Result, found[unit].Plans);
                rounds.Tell(tally, unit, found[unit].Result);
                found[unit] = default;
            });
    }
}
