using System.Collections.Concurrent;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Draws an ensemble: starts apart, a temperature by the loss asked for, chains in every unit (units share nothing, so the plans
/// drawn in each make plans of the city together), and what the chains tell of each number.
/// </summary>
public sealed class EnsembleDrawing
{
    private const int TrialsPerParcel = 60;

    private static readonly (string Name, string Title, Func<PlanNumbers, double> Of)[] Told =
    [
        ("value_m2", "目标值 value, m²", numbers => numbers.Value),
        ("land_m2", "用地 land, m²", numbers => numbers.Land),
        ("perimeter_m", "边界总长 outline, m", numbers => numbers.Perimeter),
        ("polsby_popper", "紧凑度 Polsby-Popper", numbers => numbers.PolsbyPopper),
        ("demolition_share", "拆除占比 demolition share", numbers => numbers.DemolitionShare),
    ];

    private readonly ProposalWork _work;
    private readonly ProposalGround _ground;
    private readonly EnsembleOptions _options;
    private readonly NodeFloorAreas _floors;
    private readonly ParallelOptions _parallel;
    private readonly IProgress<WorkProgress>? _progress;

    // What checks a plan has room for the whole city: few are made, and used again.
    private readonly ConcurrentBag<DrawnPlanChecks> _checks = [];

    private EnsembleDrawing(ProposalWork work, ProposalGround ground, EnsembleOptions options, (IProgress<WorkProgress>? Progress, CancellationToken Cancel) caller)
    {
        (_work, _ground, _options, _progress) = (work, ground, options, caller.Progress);
        _floors = NodeFloorAreas.Of(ground, work.Problem.Nodes, new DispositionPlan(ground, work.Need, ReferenceYears.Of(ground.City, ground.Options)));
        _parallel = new ParallelOptions
        {
            CancellationToken = caller.Cancel, MaxDegreeOfParallelism = ground.Options.Threads > 0 ? ground.Options.Threads : Environment.ProcessorCount,
        };
    }

    /// <summary>The ensemble of a request.</summary>
    /// <param name="pack">The rules that bind every plan as rows; null for none.</param>
    /// <param name="ground">What the plans are made from, with options that have no problems.</param>
    /// <param name="options">How the plans are drawn.</param>
    /// <param name="submitted">Parcels of each submitted area; null where none is to be placed.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    /// <returns>Null where no plan has an area in these units: then there is nothing to draw.</returns>
    public static Ensemble? Of(
        RulePack? pack, ProposalGround ground, EnsembleOptions options, IReadOnlyList<IReadOnlyList<int>>? submitted,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        // Plans are drawn by their land: what goes in each is not drawn, so floor area has no worth here.
        ground = ground.With(ground.Options.WithoutFloorWorth());
        var work = ProposalWork.Of(pack, ground, progress, cancel);
        return new EnsembleDrawing(work, ground, options, (progress, cancel))
            .Draw(submitted is null ? null : new SubmittedLand(ground, work.Problem.Nodes, submitted));
    }

    private Ensemble? Draw(SubmittedLand? submitted)
    {
        var nodes = _work.Problem.Nodes;
        var starts = ChainStarts.Of(_work, _options.Chains, _progress, _parallel.CancellationToken)
            .Select(areas => SearchStart.ByProblem(nodes, areas)).ToList();
        int[] units = [.. submitted?.Units ?? [.. Enumerable.Range(0, nodes.ProblemCount).Where(unit => starts.Exists(start => start[unit].Count > 0))]];
        var drawings = units.Select(unit => new UnitDrawing(_work.Problem, _floors, unit)).ToArray();
        var best = drawings.Select((drawing, at) => drawing.NumbersOf(drawing.Begin(starts[0][units[at]], 0)).Value).Sum();
        if (best <= 0)
        {
            return null;
        }

        _progress?.Report(new WorkProgress("ensemble: temperature", 0));
        var temperature = new ChainHeat(heat => 1 - (Trial(drawings, units, starts[0], heat) / best)).Find(FirstHeat(units), _options.Loss);
        var draws = DrawAll(drawings, units, starts, temperature);
        return ResultOf(draws, units, submitted, (best, temperature));
    }

    /// <summary>Mean value of a short chain from the best plan.</summary>
    private double Trial(UnitDrawing[] drawings, int[] units, IReadOnlyList<IReadOnlyList<int[]>> start, double heat)
    {
        const int Plans = 12;
        var sums = new double[units.Length];
        Parallel.For(0, units.Length, _parallel, at =>
        {
            var chain = drawings[at].Begin(start[units[at]], 500);
            var apart = (long)TrialsPerParcel * Parcels(units[at]) / Plans;
            sums[at] = drawings[at].Draw(chain, (Plans, apart, heat), checks: null, default).Numbers.Average(numbers => numbers.Value);
        });
        return sums.Sum();
    }

    private UnitDraws[][] DrawAll(UnitDrawing[] drawings, int[] units, List<IReadOnlyList<IReadOnlyList<int[]>>> starts, double temperature)
    {
        var plans = (_options.Plans + _options.Chains - 1) / _options.Chains;
        var draws = starts.ConvertAll(_ => new UnitDraws[units.Length]).ToArray();
        var done = 0;
        Parallel.For(0, units.Length * starts.Count, _parallel, task =>
        {
            var (chain, at) = (task / units.Length, task % units.Length);
            var checks = _checks.TryTake(out var idle) ? idle : new DrawnPlanChecks(_work);
            draws[chain][at] = drawings[at].Draw(
                drawings[at].Begin(starts[chain][units[at]], chain),
                (plans, (long)_options.Apart * Parcels(units[at]), temperature),
                checks,
                _parallel.CancellationToken);
            _checks.Add(checks);
            _progress?.Report(new WorkProgress("ensemble: plans", (double)Interlocked.Increment(ref done) / (units.Length * starts.Count)));
        });
        return draws;
    }

    private Ensemble ResultOf(UnitDraws[][] draws, int[] units, SubmittedLand? submitted, (double Best, double Temperature) known)
    {
        var rows = _work.Problem.PlanRows;
        var spacing = new DrawnSpacing(_work.Problem, units);

        // Units share nothing: the plans that each keeps by itself make plans of the city together, in their order.
        var chains = draws.Select(chain => Enumerable.Range(0, chain.Min(unit => unit.Numbers.Length))
            .Where(plan => Enumerable.Range(0, rows.Count).All(row =>
                !double.IsPositiveInfinity(rows.SoftPrice(row)) || chain.Sum(unit => unit.Takes[plan][row]) <= rows.Limit(row)))
            .Where(plan => spacing.Keeps(chain, plan))
            .Select(plan => chain.Aggregate(default(PlanNumbers), (sum, unit) => sum + unit.Numbers[plan])).ToArray()).ToList();
        var kept = chains.Sum(chain => chain.Length);
        var steps = draws.SelectMany(chain => chain).ToList();
        var place = submitted is null ? (PlanNumbers?)null : units.Aggregate(default(PlanNumbers), (sum, unit) => sum + NumbersOf(unit, submitted));
        return new Ensemble
        {
            Numbers = [.. Told.Select(told => NumberOf(told, chains, place))],
            Plans = kept,
            LeftOut = draws.Sum(chain => chain.Min(unit => unit.Numbers.Length)) - kept,
            LeftOutByChecks = draws.Sum(chain => chain.Max(unit => unit.LeftOut)),
            Chains = draws.Length,
            Temperature = known.Temperature,
            AcceptanceRate = (double)steps.Sum(draw => draw.Steps.Accepted) / Math.Max(1, steps.Sum(draw => draw.Steps.Proposed)),
            Best = known.Best,
            Units = units.Length,
            SubmittedOutside = submitted?.Outside ?? 0,
            Frequency = FrequencyOf(draws, units),
        };
    }

    private PlanNumbers NumbersOf(int unit, SubmittedLand submitted)
    {
        var drawing = new UnitDrawing(_work.Problem, _floors, unit);
        return drawing.NumbersOf(drawing.Begin(submitted.In(unit), 0));
    }

    private static EnsembleNumber NumberOf((string Name, string Title, Func<PlanNumbers, double> Of) told, List<PlanNumbers[]> chains, PlanNumbers? place)
    {
        // Chains of which many plans were left out are cut to the length of the shortest, so that they compare.
        var length = chains.Min(chain => chain.Length);
        List<double[]> values = chains.ConvertAll(chain => chain.Select(told.Of).ToArray());
        List<double[]> even = values.ConvertAll(chain => chain[..length]);
        double[] all = [.. values.SelectMany(chain => chain)];
        var submitted = place is { } numbers ? told.Of(numbers) : (double?)null;
        return new EnsembleNumber(told.Name, all)
        {
            Title = told.Title,
            RHat = length >= 4 ? ChainDiagnostics.RHat(even) : double.PositiveInfinity,
            EffectiveSize = length >= 4 ? ChainDiagnostics.EffectiveSize(even) : 0,
            Submitted = submitted,
            Percentile = submitted is { } at && all.Length > 0
                ? (all.Count(value => value < at) + (all.Count(value => value == at) / 2.0)) / all.Length
                : null,
        };
    }

    private double[] FrequencyOf(UnitDraws[][] draws, int[] units)
    {
        var nodes = _work.Problem.Nodes;
        var frequency = new double[nodes.NodeOfParcel.Length];
        for (var at = 0; at < units.Length; at++)
        {
            double plans = Math.Max(1, draws.Sum(chain => chain[at].Numbers.Length));
            for (var node = nodes.ProblemStart[units[at]]; node < nodes.StreetStart[units[at]]; node++)
            {
                var share = draws.Sum(chain => chain[at].Frequency[node - nodes.ProblemStart[units[at]]]) / plans;
                foreach (var parcel in nodes.Parcels.AsSpan(nodes.ParcelStart[node]..nodes.ParcelStart[node + 1]))
                {
                    frequency[parcel] = share;
                }
            }
        }

        return frequency;
    }

    private int Parcels(int unit) => _work.Problem.Nodes.StreetStart[unit] - _work.Problem.Nodes.ProblemStart[unit];

    /// <summary>What a parcel is worth or costs on average.</summary>
    private double FirstHeat(int[] units)
    {
        var (problem, sum, count) = (_work.Problem, 0.0, 1);
        foreach (var unit in units)
        {
            for (var node = problem.Nodes.ProblemStart[unit]; node < problem.Nodes.StreetStart[unit]; node++)
            {
                (sum, count) = (sum + Math.Abs((double)problem.Benefits[node]), count + 1);
            }
        }

        return Math.Max(1e-3, sum * SearchLimits.BenefitUnit / count / 4);
    }
}
