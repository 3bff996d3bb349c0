using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact.Plans;

namespace CityRenewal.Geo.Benchmarks.Corners;

/// <summary>A case of a small town beside its exact solution: which part of its gap is the bound's.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">The plan that was found, with its bound.</param>
/// <param name="Exact">The exact solution.</param>
internal sealed record CornerCase(FrontierCase Case, FrontierResult Result, ExactPlan Exact)
{
    private const int MostBranching = 100_000;

    // Outlines of a finished plan are measured in metres, those of the exact solution in whole length units.
    private const double Rounding = 0.5;

    /// <summary>Nodes of parcels that may join.</summary>
    public required int Nodes { get; init; }

    /// <summary>Seconds of the exact solution.</summary>
    public required double Seconds { get; init; }

    /// <summary>Solves a case both ways; the exact solution knows nothing of the plan.</summary>
    public static CornerCase Of(FrontierTown town, FrontierCase tried, TimeSpan most)
    {
        var result = town.Solve(tried);
        var problem = result.Judged.Problem!;
        var nodes = problem.Nodes;
        var units = Enumerable.Range(0, nodes.ProblemCount).Select(unit => new UnitLand(nodes, problem.Benefits, problem.Limits, unit, problem.Rows)).ToList();
        using var stop = new CancellationTokenSource(most);
        var clock = Stopwatch.StartNew();
        var exact = ExactPlans.Solve(units, problem.PlanRows, MostBranching, stop.Token);
        return new CornerCase(tried, result, exact) { Nodes = units.Sum(unit => unit.ParcelCount), Seconds = clock.Elapsed.TotalSeconds };
    }

    /// <summary>What was found, m².</summary>
    public double Found => Result.Judged.Plan.Objective;

    /// <summary>What is proven of it, m².</summary>
    public double Bound => Result.Judged.Plan.Bound;

    /// <summary>The best plan known, m²: the optimum where that is proven.</summary>
    public double Best => Math.Max(Found, Exact.Value);

    /// <summary>Whether there is something to split: a plan with a gap that is told, and worth something.</summary>
    public bool Counts => Result.Judged.Plan is { Gap: not null, Areas.Count: > 0 } && Found > 0;

    /// <summary>Share of the gap that no plan can close, of what was found: bound less optimum.</summary>
    public double OfBound => (Bound - Best) / Found;

    /// <summary>Share of the gap that another plan would close: optimum less found.</summary>
    public double OfSearch => (Best - Found) / Found;

    /// <summary>Share of which is not known whose it is: where the optimum is not proven, what the exact solution leaves open.</summary>
    public double Open => Exact.IsProven ? 0 : Math.Max(0, Math.Min(Bound, Exact.Bound) - Best) / Found;

    /// <summary>What must not be: a bound below a plan, or a plan above a proven optimum; null where all is well.</summary>
    public string? Fault =>
        !Result.Judged.Plan.IsBoundProven || Result.Judged.Plan.Gap is null ? null
        : Exact.Value > Bound + Rounding ? $"{Case}: a plan worth {Exact.Value:F3} above the bound {Bound:F3}"
        : Exact.IsProven && Found > Exact.Bound + Rounding ? $"{Case}: found {Found:F3} above the optimum {Exact.Bound:F3}"
        : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Nodes} nodes, {Result.Judged.Plan.Areas.Count} areas found, {Exact.Areas?.Count ?? 0} exact; found {Found:0}, exact {Exact.Value:0} (at most {Exact.Bound:0}, {(Exact.IsProven ? "proven" : "open")}, first {Exact.Root:0}), bound {Bound:0}; "
        + $"{(Counts ? string.Create(CultureInfo.InvariantCulture, $"bound's {100 * OfBound:0.00} %, search's {100 * OfSearch:0.00} %, open {100 * Open:0.00} %") : "does not count")}; {Exact.Work}, {Seconds:0.0} s");
}
