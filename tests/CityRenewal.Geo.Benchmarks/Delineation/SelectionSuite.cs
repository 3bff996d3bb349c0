using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using Google.OrTools.LinearSolver;

namespace CityRenewal.Geo.Benchmarks.Delineation;

/// <summary>
/// Selection with a price on the boundary, without contiguity, as reserve design states it (prioritizr: penalised benefit,
/// boundary penalties; a product of two decisions per border): our minimum cut beside HiGHS, on the same whole numbers.
/// </summary>
public sealed class SelectionSuite : IBenchmarkSuite
{
    private const int LargestForPeers = 10_000;

    public string Name => "selection";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var problem = ProblemOf(parcels);
        var cut = new MinimumCut();
        var ours = book.Ours(Name, "best selection with boundary price", parcels, problem.Weights.Length, () => Solve(cut, problem));
        if (!book.HasPeers || parcels > LargestForPeers)
        {
            return;
        }

        double value = 0;
        var theirs = book.Peer(
            Name, "best selection with boundary price", "HiGHS (OR-Tools)", parcels, problem.Weights.Length,
            () => value = ByProgram(problem), runs: 1, note: "one run");
        if (Math.Abs(value - cut.Value) > 1e-6 * cut.Value)
        {
            throw new InvalidOperationException($"HiGHS finds {value:R}, the cut {cut.Value}");
        }

        Console.Error.WriteLine($"  same value {cut.Value:N0}; the cut is {theirs.Median / ours.Median:N0} times as fast");
    }

    private static void Solve(MinimumCut cut, Selection problem)
    {
        cut.Start(problem.Weights.Length, problem.Borders.Length);
        for (var node = 0; node < problem.Weights.Length; node++)
        {
            cut.AddWeight(node, problem.Weights[node]);
        }

        foreach (var (a, b, cost) in problem.Borders)
        {
            cut.AddEdge(a, b, cost, cost);
        }

        cut.Solve();
    }

    /// <summary>Σ weight·x − Σ cost·(x_a + x_b − 2·z) with z at most each of the two: z is their product.</summary>
    private static double ByProgram(Selection problem)
    {
        using var solver = Solver.CreateSolver("HIGHS_MIXED_INTEGER_PROGRAMMING");
        var chosen = solver.MakeBoolVarArray(problem.Weights.Length);
        var objective = solver.Objective();
        objective.SetMaximization();
        var worth = problem.Weights.Select(weight => (double)weight).ToArray();
        foreach (var (a, b, cost) in problem.Borders)
        {
            worth[a] -= cost;
            worth[b] -= cost;
            var both = solver.MakeNumVar(0, 1, "");
            objective.SetCoefficient(both, 2.0 * cost);
            solver.Add(both <= chosen[a]);
            solver.Add(both <= chosen[b]);
        }

        for (var node = 0; node < worth.Length; node++)
        {
            objective.SetCoefficient(chosen[node], worth[node]);
        }

        return solver.Solve() == Solver.ResultStatus.OPTIMAL
            ? objective.Value() : throw new InvalidOperationException("HiGHS found no optimum");
    }

    private static Selection ProblemOf(int parcels)
    {
        var options = new ProposalOptions { Threads = 2 };
        var layers = SampleCity.Of(new SampleOptions(parcels, 7));
        var city = CityAssembly.From(layers, new AssemblyOptions { BaselineYear = 2025 }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        var ready = PreparedSearch.Of(
            null, new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), options), null, default);
        var (nodes, price) = (ready.Nodes, options.Lambda * ready.Nodes.MetresPerUnit * 1_000);
        var weights = new long[nodes.Count];
        var borders = new List<(int A, int B, int Cost)>();
        for (var node = 0; node < nodes.Count; node++)
        {
            long inside = 0;
            for (var entry = nodes.Start[node]; entry < nodes.Start[node + 1]; entry++)
            {
                inside += nodes.Borders[entry];
                if (nodes.Neighbours[entry] < node && nodes.Borders[entry] > 0)
                {
                    borders.Add((node, nodes.Neighbours[entry], (int)(price * nodes.Borders[entry])));
                }
            }

            weights[node] = (ready.Problem.Benefits[node] / 1_000) - (long)(price * (nodes.Perimeter[node] - inside));
        }

        return new Selection(weights, [.. borders]);
    }

    private sealed record Selection(long[] Weights, (int A, int B, int Cost)[] Borders);
}
