using System.Globalization;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Searches all planning units, each on its own, on any number of threads. No edge leaves a unit, so their bounds add up.
/// </summary>
internal sealed class CitySearch(
    LandNodes nodes, long[] benefits, SearchLimits limits, NodeRows rows, IProgress<WorkProgress>? progress)
{
    private readonly Lock _reporting = new();
    private double _found;
    private double _bound;
    private int _done;

    /// <summary>What the areas of the whole plan keep to together.</summary>
    public PlanRows PlanRows { get; init; } = PlanRows.None;

    /// <summary>Areas and bound of all units; the same for any number of threads.</summary>
    public SearchOutcome Run(int threads, CancellationToken cancel)
    {
        var prices = new CityPrices(nodes, benefits, limits.Hard, rows) { PlanRows = PlanRows }.Best(threads, cancel);
        var results = new UnitResult[nodes.ProblemCount];
        _bound = benefits.Sum(benefit => Math.Max(0, benefit) * SearchLimits.BenefitUnit);
        Report();
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
        };
        Parallel.For(0, results.Length, options, () => new UnitCut { Plan = prices }, (problem, _, cut) =>
        {
            var land = new UnitLand(nodes, benefits, limits, problem, rows);
            results[problem] = UnitSearch.Of(land, cut, cancel);
            Count(land, results[problem]);
            return cut;
        }, _ => { });

        return new SearchOutcome(
            [.. results.SelectMany(result => result.Areas)],
            [.. results.SelectMany((result, problem) => result.Areas.Select(_ => nodes.ProblemUnit[problem]))],
            prices,
            [.. results.Select(result => result.Proof)]);
    }

    /// <summary>The bound only falls and what is found only rises while units come in, in whatever order.</summary>
    private void Count(UnitLand land, UnitResult result)
    {
        double upTo = 0;
        foreach (var benefit in land.Benefits.Span)
        {
            upTo += Math.Max(0, benefit) * SearchLimits.BenefitUnit;
        }

        lock (_reporting)
        {
            _bound += Math.Min(0, result.Bound - upTo);
            _found += result.Value;
            _done++;
            Report();
        }
    }

    private void Report() => progress?.Report(new WorkProgress(
        string.Create(
            CultureInfo.InvariantCulture,
            $"areas: unit {_done} of {nodes.ProblemCount}, found {_found:0} m², at most {_bound:0} m²"),
        nodes.ProblemCount == 0 ? 1 : (double)_done / nodes.ProblemCount));
}
