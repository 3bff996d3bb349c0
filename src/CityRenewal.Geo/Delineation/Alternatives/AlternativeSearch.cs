using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Looks for several good plans that differ: sweeps the price of outline, each step begun from its neighbour and with a bound of
/// its own; leaves out what another plan dominates or what differs too little; fills up with plans that avoid the land chosen
/// so far; and sees that the plan with the least demolition is among them.
/// </summary>
public sealed class AlternativeSearch
{
    // Share of its benefit that land chosen before loses when a different plan is looked for, tried in this order.
    private static readonly double[] Discounts = [0.3, 0.6, 0.9];

    private readonly ProposalWork _work;
    private readonly ProposalGround _ground;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancel;
    private readonly List<FrontLine> _lines = [];
    private readonly List<(SearchOutcome Outcome, Alternative Plan)> _found = [];
    private SearchRun _run;
    private SearchOutcome? _atRequest;
    private SearchWork _done;
    private bool _isCutShort;
    private bool _hasEnded;

    private AlternativeSearch(ProposalWork work, ProposalGround ground, SearchRun run, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        (_work, _ground, _progress, _cancel) = (work, ground, progress, cancel);
        _run = run with { IsOneOfSeveral = true };
    }

    /// <summary>The plans of a request; one where one is asked for.</summary>
    /// <param name="pack">The rules; null judges by none.</param>
    /// <param name="ground">What the plans are made from, with options that have no problems.</param>
    /// <param name="run">How long the search may work.</param>
    /// <param name="progress">Told what is found and what could be.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public static AlternativePlans Of(
        RulePack? pack, ProposalGround ground, SearchRun run, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var work = ProposalWork.Of(pack, ground, progress, cancel);
        if (ground.Options.Alternatives > 1)
        {
            return new AlternativeSearch(work, ground, run, progress, cancel).Several();
        }

        var outcome = work.Search(run, progress, cancel);
        var judged = work.Explained(work.Finish(outcome, ground.Options, progress, cancel), progress, cancel);
        var plan = AlternativeNumbers.Of(judged, ground.Options.Lambda);
        var front = OuterFront.Of([new FrontLine(ground.Options.Lambda, plan.Judged.Plan.Bound)]);
        return new AlternativePlans(AlternativeNumbers.Ranked([plan], front, ground.Options.Lambda, ground.NetAreas), front);
    }

    private AlternativePlans Several()
    {
        _run.Begins?.Invoke();
        var outcomes = Sweep();
        TellEnd(isDone: false);
        var chosen = new List<(SearchOutcome Outcome, Alternative Plan)>();
        foreach (var (lambda, outcome) in outcomes)
        {
            Finish(outcome, lambda);
            TellEnd(isDone: false);
        }

        var known = _found.Where(one => !_found.Exists(other => AlternativeNumbers.Dominates(other.Plan, one.Plan)))
            .OrderByDescending(one => one.Plan.ObjectiveAtRequest).ThenBy(one => one.Plan.Perimeter);
        foreach (var plan in known)
        {
            TakeIfDifferent(chosen, plan);
        }

        FillUp(chosen);
        TellEnd(isDone: true);
        return Result(chosen);
    }

    /// <summary>A search that is told to end has ended when nothing is searched any more: outlines come after it.</summary>
    private void TellEnd(bool isDone)
    {
        if (!_hasEnded && (isDone || _isCutShort || _run.Stop.IsCancellationRequested))
        {
            _hasEnded = true;
            _run.Ends?.Invoke();
        }
    }

    private List<(double Lambda, SearchOutcome Outcome)> Sweep()
    {
        var prices = PriceLadder.Of(_ground.Options.Lambda, _ground.Options.Alternatives);
        var outcomes = new SearchOutcome?[prices.Length];
        foreach (var (step, neighbour) in PriceLadder.Order(prices.Length))
        {
            var start = neighbour < 0 ? null : outcomes[neighbour];
            if (neighbour >= 0 && (start is null || _isCutShort))
            {
                continue;
            }

            outcomes[step] = Search(_work.At(prices[step]), start?.Areas ?? [], $"alternatives: λ {prices[step]:0.##}");
            _lines.Add(new FrontLine(prices[step], outcomes[step]!.Bound));
            _atRequest = prices[step] == _ground.Options.Lambda ? outcomes[step] : _atRequest;
        }

        return [.. prices.Select((lambda, step) => (lambda, outcomes[step]!)).Where(pair => pair.Item2 is not null)];
    }

    private SearchOutcome Search(SearchProblem problem, IReadOnlyList<int[]> start, string stage)
    {
        var outcome = _work.Search(problem, start, _run with { Begins = null, Ends = null }, (stage, _progress), _cancel);
        _run = _run.After(outcome.Work);
        _done = new SearchWork(_done.Visits + outcome.Work.Visits, outcome.Work.Steps);
        _isCutShort |= outcome.IsCutShort;
        return outcome;
    }

    private Alternative Finish(SearchOutcome outcome, double lambda)
    {
        var options = lambda == _ground.Options.Lambda ? _ground.Options : _ground.Options with { Lambda = lambda };
        var plan = AlternativeNumbers.Of(_work.Finish(outcome, options, _progress, _cancel), _ground.Options.Lambda);
        _found.Add((outcome, plan));
        return plan;
    }

    private bool TakeIfDifferent(List<(SearchOutcome Outcome, Alternative Plan)> chosen, (SearchOutcome Outcome, Alternative Plan) plan)
    {
        var parcels = AlternativeNumbers.ParcelsOf(plan.Plan).ToList();
        var isDifferent = chosen.Count < _ground.Options.Alternatives && chosen.TrueForAll(other =>
            LandDifference.Of(AlternativeNumbers.ParcelsOf(other.Plan), parcels, _ground.NetAreas) >= _ground.Options.LeastDifference);
        if (isDifferent)
        {
            chosen.Add(plan);
        }

        return isDifferent;
    }

    /// <summary>Where prices alone do not give plans that differ enough, land chosen before is made less dear to choose.</summary>
    private void FillUp(List<(SearchOutcome Outcome, Alternative Plan)> chosen)
    {
        var asked = _atRequest!;
        for (var at = 0; at < Discounts.Length && chosen.Count < _ground.Options.Alternatives && !_isCutShort;)
        {
            var problem = _work.Avoiding(chosen.SelectMany(plan => plan.Outcome.Areas), Discounts[at]);
            var outcome = Search(problem, [], $"alternatives: other land {chosen.Count + 1}");
            TellEnd(isDone: false);

            // What is searched on changed land is worth what it is on the land as it is, and bounded as the request is.
            var plan = Finish(
                outcome with { Bound = asked.Bound, Certificate = asked.Certificate, Verdict = asked.Verdict }, _ground.Options.Lambda);
            at += plan.Judged.Plan.Areas.Count > 0 && TakeIfDifferent(chosen, _found[^1]) ? 0 : 1;
        }
    }

    private AlternativePlans Result(List<(SearchOutcome Outcome, Alternative Plan)> chosen)
    {
        var front = OuterFront.Of(_lines);
        var plans = WithLeastDemolition(chosen).Select(plan => plan with
        {
            Judged = plan.Judged with { Plan = plan.Judged.Plan with { Work = _done.ToString(), IsCutShort = _isCutShort || plan.Judged.Plan.IsCutShort } },
        });
        var ranked = AlternativeNumbers.Ranked(plans, front, _ground.Options.Lambda, _ground.NetAreas);

        // What limits leave nothing of is told once, with the plan that comes nearest.
        var first = ranked[0] with { Judged = _work.Explained(ranked[0].Judged, _progress, _cancel) };
        return new AlternativePlans([first, .. ranked.Skip(1)], front) { Asked = _ground.Options.Alternatives };
    }

    /// <summary>Keep comes before demolish: where every alternative demolishes by choice, the first comes once more without.</summary>
    private IEnumerable<Alternative> WithLeastDemolition(List<(SearchOutcome Outcome, Alternative Plan)> chosen)
    {
        if (chosen.Exists(plan => !Demolishes(plan.Plan)))
        {
            return chosen.Select(plan => plan.Plan);
        }

        var (outcome, first) = chosen[0];
        var options = first.Judged.Plan.Options.WithoutFloorWorth() with { ElectivePurpose = "" };
        if (first.Judged.Plan.Options.HasFloorWorth)
        {
            // Its boundary is not drawn for what does not go: it is searched, and bounded, without that worth.
            var problem = _work.WithoutFloorWorth;
            outcome = Search(problem with { Limits = problem.Limits with { Price = options.Lambda * problem.Nodes.MetresPerUnit } }, outcome.Areas, "alternatives: least demolition");
        }

        var without = AlternativeNumbers.Of(_work.Finish(outcome, options, _progress, _cancel), _ground.Options.Lambda);
        return [.. chosen.Take(Math.Max(1, _ground.Options.Alternatives - 1)).Select(plan => plan.Plan), without];
    }

    private static bool Demolishes(Alternative plan) =>
        plan.Judged.Plan.Areas.Any(area => area.Dispositions.Any(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate));
}
