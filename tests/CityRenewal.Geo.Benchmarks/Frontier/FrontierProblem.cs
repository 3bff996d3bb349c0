using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>All units of a city under the limits of a case, searched one by one.</summary>
internal sealed record FrontierProblem(LandNodes Nodes, long[] Benefits, SearchLimits Limits, NodeRows Rows)
{
    private const double Near = 0.02;

    /// <summary>Searches all units.</summary>
    public UnitResult[] Search(UnitSearchOptions options)
    {
        var results = new UnitResult[Nodes.ProblemCount];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new UnitCut(), (problem, _, cut) =>
        {
            results[problem] = UnitSearch.Of(Land(problem), cut, options, default);
            return cut;
        }, _ => { });
        return results;
    }

    /// <summary>The best that several long searches find, unit by unit.</summary>
    public double BestKnown(int restarts, int workPerParcel) =>
        Enumerable.Range(0, restarts)
            .Select(restart => Search(new UnitSearchOptions { Restart = restart, WorkPerParcel = workPerParcel }))
            .Aggregate((a, b) => [.. a.Zip(b, (one, other) => one.Value >= other.Value ? one : other)])
            .Sum(result => result.Value);

    /// <summary>Net land of areas, m².</summary>
    public double AreaOf(IEnumerable<UnitResult> results) => results.SelectMany(result => result.Areas).Sum(TwiceArea) / 2e8;

    /// <summary>How many of the limits at least one area comes near.</summary>
    public int CountBinding(IEnumerable<UnitResult> results)
    {
        var areas = results.SelectMany(result => result.Areas).ToList();
        var binding = areas.Exists(area => TwiceArea(area) <= (1 + Near) * Limits.LeastTwiceArea) ? 1 : 0;
        binding += areas.Exists(area => TwiceArea(area) >= (1 - Near) * Limits.MostTwiceArea) ? 1 : 0;
        for (var row = 0; row < Rows.Count; row++)
        {
            binding += areas.Exists(area => IsNear(area, row)) ? 1 : 0;
        }

        return binding;
    }

    private UnitLand Land(int problem) => new(Nodes, Benefits, Limits, problem, Rows);

    private long TwiceArea(int[] area) => area.Sum(node => Nodes.IsStreet(node) ? 0 : Nodes.TwiceArea[node]);

    private bool IsNear(int[] area, int row)
    {
        long takes = 0, turnover = 0;
        foreach (var node in area)
        {
            takes += Rows.Slack(row, node);
            turnover += Math.Abs(Rows.Slack(row, node));
        }

        return turnover > 0 && Rows.Limit(row) - takes <= Near * turnover;
    }
}
