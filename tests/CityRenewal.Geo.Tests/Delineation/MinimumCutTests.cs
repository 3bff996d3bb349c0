using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class MinimumCutTests
{
    private static readonly Gen<CutProblem> SmallProblem =
        from nodes in Gen.Int[1, 11]
        from weights in Gen.Long[-40, 40].Array[nodes]
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Int[0, 30], Gen.Int[0, 30]).Array[0, 30]
        select new CutProblem(weights, [.. edges.Where(edge => edge.Item1 != edge.Item2)]);

    [Fact]
    public void No_set_of_nodes_is_worth_more_than_the_cut() =>
        SmallProblem.Sample(
            problem => problem.Solved().Value == problem.BestByTryingAll().Value, iter: 5_000, threads: 1);

    [Fact]
    public void The_chosen_set_is_worth_what_the_flow_says() =>
        SmallProblem.Sample(
            problem =>
            {
                var cut = problem.Solved();
                return problem.ValueOf(problem.ChosenBy(cut)) == cut.Value;
            },
            iter: 5_000,
            threads: 1);

    [Fact]
    public void Of_all_best_sets_the_smallest_is_chosen() =>
        SmallProblem.Sample(
            problem => problem.ChosenBy(problem.Solved()) == problem.BestByTryingAll().Smallest, iter: 3_000, threads: 1);

    [Fact]
    public void One_object_solves_many_problems_after_each_other()
    {
        var shared = new MinimumCut();
        SmallProblem.Sample(
            problem =>
            {
                problem.SolveWith(shared);
                return shared.Value == problem.Solved().Value;
            },
            iter: 2_000,
            threads: 1);
    }

    [Fact]
    public void Weights_that_change_after_a_solution_give_what_a_new_start_gives() =>
        Gen.Select(SmallProblem, Gen.Long[-60, 60].Array[11], Gen.Long[-60, 60].Array[11]).Sample(
            (problem, first, second) =>
            {
                var cut = problem.Solved();
                foreach (var change in new[] { first, second })
                {
                    problem = problem with { Weights = [.. problem.Weights.Select((weight, node) => weight + change[node])] };
                    for (var node = 0; node < problem.Weights.Length; node++)
                    {
                        cut.AddWeight(node, change[node]);
                    }

                    cut.Solve();
                    Assert.Equal(problem.BestByTryingAll().Value, cut.Value);
                    Assert.Equal(problem.BestByTryingAll().Smallest, problem.ChosenBy(cut));
                }
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void What_is_left_at_the_nodes_is_their_weight_minus_what_flows_out_within_the_capacities() =>
        SmallProblem.Sample(
            problem =>
            {
                var cut = problem.Solved();
                var left = (long[])problem.Weights.Clone();
                for (var edge = 0; edge < problem.Edges.Length; edge++)
                {
                    var (a, b, leaving, entering) = problem.Edges[edge];
                    var flow = leaving - cut.Room(edge);
                    Assert.InRange(flow, -entering, leaving);
                    left[a] -= flow;
                    left[b] += flow;
                }

                Assert.Equal(left, Enumerable.Range(0, left.Length).Select(cut.Remainder));
                Assert.Equal(cut.Value, left.Sum(each => Math.Max(0, each)));
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void A_cut_that_runs_out_of_work_still_bounds_every_set() =>
        Gen.Select(SmallProblem, Gen.Int[1, 12]).Sample(
            (problem, work) =>
            {
                var cut = new MinimumCut();
                problem.SolveWith(cut, work);
                var best = problem.BestByTryingAll().Value;
                Assert.True(cut.Value >= best);
                Assert.True(!cut.IsExact || cut.Value == best);
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void A_sixteen_node_problem_agrees_with_all_its_65_536_sets()
    {
        var random = new Random(16);
        for (var round = 0; round < 20; round++)
        {
            var weights = Enumerable.Range(0, 16).Select(_ => random.NextInt64(-100, 101)).ToArray();
            var edges = Enumerable.Range(0, 40)
                .Select(_ => (random.Next(8), 8 + random.Next(8), random.Next(60), random.Next(60)))
                .ToArray();
            var problem = new CutProblem(weights, edges);

            Assert.Equal(problem.BestByTryingAll().Value, problem.Solved().Value);
        }
    }

    [Fact]
    public void A_street_joins_only_where_both_its_sides_do()
    {
        // Node 1 is a street between parcels 0 and 2; it would shorten the border of 0 alone, but 2 is not worth taking.
        var cut = new MinimumCut();
        cut.Start(3, 2);
        cut.AddWeight(0, 10);
        cut.AddWeight(2, -50);
        cut.AddEdge(1, 0, 1_000, 6);
        cut.AddEdge(1, 2, 1_000, 6);
        cut.Solve();

        Assert.True(cut.IsIn(0));
        Assert.False(cut.IsIn(1));
        Assert.Equal(4, cut.Value);
    }

    [Fact]
    public void A_capacity_that_could_overflow_is_refused()
    {
        var cut = new MinimumCut();
        cut.Start(2, 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => cut.AddEdge(0, 1, int.MaxValue, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => cut.AddEdge(0, 1, 0, -1));
    }

    private sealed record CutProblem(long[] Weights, (int A, int B, int Leaving, int Entering)[] Edges)
    {
        public MinimumCut Solved()
        {
            var cut = new MinimumCut();
            SolveWith(cut);
            return cut;
        }

        public void SolveWith(MinimumCut cut, long mostWork = long.MaxValue)
        {
            cut.Start(Weights.Length, Edges.Length);
            for (var node = 0; node < Weights.Length; node++)
            {
                cut.AddWeight(node, Weights[node]);
            }

            foreach (var (a, b, leaving, entering) in Edges)
            {
                cut.AddEdge(a, b, leaving, entering);
            }

            cut.Solve(mostWork: mostWork);
        }

        public int ChosenBy(MinimumCut cut) =>
            Enumerable.Range(0, Weights.Length).Where(cut.IsIn).Aggregate(0, (set, node) => set | (1 << node));

        public long ValueOf(int set)
        {
            bool Has(int node) => (set >> node & 1) == 1;
            var worth = Enumerable.Range(0, Weights.Length).Where(Has).Sum(node => Weights[node]);
            return worth - Edges.Sum(edge => (Has(edge.A), Has(edge.B)) switch
            {
                (true, false) => edge.Leaving,
                (false, true) => edge.Entering,
                _ => 0,
            });
        }

        /// <summary>The best value, and the intersection of all best sets, which is a best set itself.</summary>
        public (long Value, int Smallest) BestByTryingAll()
        {
            long best = 0;
            var smallest = 0;
            for (var set = 1; set < 1 << Weights.Length; set++)
            {
                var value = ValueOf(set);
                if (value > best)
                {
                    (best, smallest) = (value, set);
                }
                else if (value == best)
                {
                    smallest &= set;
                }
            }

            return (best, smallest);
        }
    }
}
