using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Searches all planning units, each on its own, on any number of threads. No edge leaves a unit, so their bounds add up. What a
/// plan keeps to as a whole is priced on the land of every unit, round by round, and chosen for among the plans found.
/// </summary>
internal sealed class CitySearch(SearchProblem problem, SearchStart start, IProgress<WorkProgress>? progress)
{
    private const int MostRounds = 64;

    // Small cities are searched until hardly anything is left to find; a large one gets as many proposals in all. Where areas keep
    // rules' rows, much of what is tried breaks one, so a small city gets more. Where the plan as a whole keeps to limits, nothing
    // leads a second look, and the choice among the plans found needs many of them.
    private const long UsualWork = 10_000_000;
    private const int FewestProposals = 60;
    private const int FewestUnderLimits = 100;
    private const int UsualProposals = 200;
    private const int MostTimesUnderRows = 4;
    private const long WorkUnderRows = 5_000_000;
    private const long WorkOfTown = 1_000_000;
    private const int FewNodes = 1_000;
    private const int MostTimesInTowns = 12;
    private const int TimesUnderLimits = 4;
    private const int PatientRounds = 3;

    private readonly GlobalLimits _limits = new(problem);
    private readonly IReadOnlyList<IReadOnlyList<int[]>> _start = SearchStart.ByProblem(problem.Nodes, start.Areas);
    private readonly IReadOnlyList<IReadOnlyList<int[]>> _fixed = SearchStart.ByProblem(problem.Nodes, start.Fixed);

    /// <summary>What the search is called in its progress.</summary>
    public string Stage { get; init; } = "areas";

    /// <summary>Proposals per parcel over which a unit's search cools down.</summary>
    public int WorkPerParcel { get; init; } = UsualWorkOf(problem);

    /// <summary>Areas and bound of all units; the same for any number of threads.</summary>
    public SearchOutcome Run(SearchRun run, int threads, CancellationToken cancel)
    {
        var count = problem.Nodes.ProblemCount;
        var prices = PricesOf(run, threads, cancel);
        var states = new UnitStates(problem, _limits, _fixed);
        var tally = new SearchTally(count, progress) { Stage = Stage };
        tally.Begin(states.AtMost);
        var cuts = run.BoundCuts ?? TighteningEffort.CutsFor(problem.Nodes.Count);
        var rounds = new SearchRounds(_limits, states)
        {
            Plan = prices, Allowance = AllowanceOf(prices), Tightens = _limits.Count == 0 && cuts > 0, IsAnyPlanEnough = !run.IsBoundAsked,

            // Whether there is a plan at all is asked many times of small pieces of land; a better one says nothing more.
            Seen = start.Fixed.Count > 0 || !run.IsBoundAsked || WorkPerParcel < UsualProposals ? null : CityAreas.Of(problem, _limits),
        };
        var visits = new UnitVisits(threads, run.Stop, cancel);
        var wanted = run.Work ?? new SearchWork(long.MaxValue);
        var work = new SearchWork(0);
        for (var waited = 0; rounds.Number < MostRounds && (!rounds.IsWhole || (run.GoesOn && waited < PatientRounds));)
        {
            var whole = (int)Math.Min(count, wanted.Visits - work.Visits);
            var steps = whole < count ? wanted.Steps : 0;
            tally.Expect(work.Visits + count);
            var (done, part) = Round(rounds, states, new Slice(visits, whole, steps), tally);
            work = new SearchWork(work.Visits + done, part);
            waited = rounds.End(done == count) ? 0 : waited + 1;
            if (rounds.Number == 1 && done == count && run.BoundCuts != 0)
            {
                tally.Whole(rounds.Found, rounds.Bound);
                rounds.Tighten(problem, cuts, (threads, tally, run.Stop));
                cancel.ThrowIfCancellationRequested();
            }

            tally.Whole(rounds.Found, rounds.Bound);
            if (done < count)
            {
                break;
            }
        }

        return rounds.Outcome(problem) with { Work = work, IsCutShort = !rounds.IsWhole };
    }

    private static int UsualWorkOf(SearchProblem problem)
    {
        var isLimited = new GlobalLimits(problem).Count > 0;
        return (int)Math.Clamp(
            (isLimited ? 2 : 1) * UsualWork / Math.Max(1, problem.Nodes.Count),
            isLimited ? FewestUnderLimits : FewestProposals,
            UsualProposals * TimesUsual(problem) * (isLimited ? TimesUnderLimits : 1));
    }

    private static int TimesUsual(SearchProblem problem)
    {
        // A town of a few hundred parcels gets as much as one of a thousand under rules.
        var count = Math.Max(1, problem.Nodes.Count);
        var ofTown = count > FewNodes ? 1 : Math.Clamp(WorkOfTown / UsualProposals / count, 1, MostTimesInTowns);
        return (int)(problem.Rows.Count == 0 ? ofTown : Math.Max(ofTown, Math.Clamp(WorkUnderRows / UsualProposals / count, 1, MostTimesUnderRows)));
    }

    /// <summary>What the plan's own limits cost; nothing where the search is told to end before that is known.</summary>
    private PlanPrices PricesOf(SearchRun run, int threads, CancellationToken cancel)
    {
        if (!run.IsBoundAsked)
        {
            return new PlanPrices(problem.PlanRows, new long[problem.PlanRows.Count], 0);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, cancel);
        try
        {
            return new CityPrices(problem.Nodes, problem.Benefits, problem.Limits.Hard(), problem.Rows) { PlanRows = problem.PlanRows, Floors = problem.Floors }
                .Best(threads, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PlanPrices(problem.PlanRows, new long[problem.PlanRows.Count], 0);
        }
    }

    private double AllowanceOf(PlanPrices prices) =>
        (double)PriceScale.Up(prices.Allowance(problem.Limits.Hard()), PriceScale.Bits) * SearchLimits.BenefitUnit;

    /// <summary>One round of visits; returns how many were finished, and the steps of one that was ended early.</summary>
    private (int Done, long Steps) Round(SearchRounds rounds, UnitStates states, Slice slice, SearchTally tally)
    {
        var benefits = rounds.Begin(problem.Benefits);
        var limits = rounds.Limits(problem.Limits);
        var todo = slice.Whole + (slice.Steps > 0 ? 1 : 0);
        var found = new (UnitResult Result, IReadOnlyList<UnitPlan> Plans)?[todo];
        var (finished, hasPart) = slice.Visits.Run(
            todo,
            (unit, cut, token) =>
            {
                if (rounds.IsSettled(problem, unit))
                {
                    return;
                }

                var land = new UnitLand(problem.Nodes, benefits, limits, unit, problem.Rows) { Floors = problem.Floors };
                cut.Plan = rounds.Number == 0 ? rounds.Plan : PlanPrices.None;
                var visit = new UnitVisit(
                    rounds.Number, rounds.StartOf(unit) ?? _start[unit], _fixed[unit], unit < slice.Whole ? long.MaxValue : slice.Steps)
                {
                    Again = rounds.AgainOf(problem, unit),
                    WorkPerParcel = rounds.WorkOf(WorkPerParcel, unit),
                    Recombines = rounds.Recombines,
                    Known = rounds.Seen?.KnownOf(land) ?? [],
                };
                var result = visit.Of(land, cut, token);
                found[unit] = (result, states.PlansOf(unit, result, benefits, _fixed[unit].Count > 0));
            },
            unit =>
            {
                if (found[unit] is { } visited)
                {
                    rounds.Add(unit, visited.Result, visited.Plans);
                    rounds.Tell(tally, unit, visited.Result);
                }
                else
                {
                    tally.Visited();
                }
            });
        if (finished > slice.Whole)
        {
            return (slice.Whole, slice.Steps);
        }

        return (finished, hasPart ? found[finished]?.Result.Work ?? 0 : 0);
    }

    private readonly record struct Slice(UnitVisits Visits, int Whole, long Steps);
}
