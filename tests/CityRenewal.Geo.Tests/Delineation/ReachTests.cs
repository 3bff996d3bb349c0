using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>What pieces that reach for land are found by: the flow around a payer, and what is known of the bound between cuts.</summary>
public class ReachTests
{
    private static readonly Gen<SmallUnit> Units =
        from width in Gen.Int[2, 6]
        from height in Gen.Int[1, 4]
        from rows in Gen.Int[0, 15].Select(letter => (char)('A' + letter)).Array[width].Array[height]
        from worth in Gen.Int[-200, 400].Array[16]
        from price in Gen.Double[0.2, 3]
        from least in Gen.Int[2, 6]
        select new SmallUnit([.. rows.Select(row => new string(row))], worth, price, least, least + 10);

    [Fact]
    public void What_flows_from_a_payer_is_what_a_minimum_cut_lets_through() =>
        Gen.Select(Units, Gen.Int[0, 100].Array[48], Gen.Int[0, 15], Gen.Int[1, 300]).Sample(
            (unit, rooms, start, most) =>
            {
                var land = unit.Land();
                var steps = new NodeSteps(land);
                var payer = start % land.ParcelCount;
                var flow = new ReachFlow(steps, land.ParcelCount);
                flow.Clear();
                for (var node = 0; node < land.ParcelCount; node++)
                {
                    flow.Add(node, node == payer ? int.MaxValue : rooms[node], rooms[node + 24]);
                }

                var cut = CutOf(land, steps, (payer, most), rooms);
                Assert.Equal(most - cut.Value, flow.From(payer, most));
                if (cut.Value > 0)
                {
                    Assert.Equal(Enumerable.Range(0, land.ParcelCount).Where(node => cut.IsIn(land.ParcelCount + node)), flow.Inside());
                }
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void Every_contiguous_area_that_is_large_enough_keeps_a_limit_around_any_of_its_parcels_whatever_is_held() =>
        Gen.Select(Units, Gen.Int[0, 1_000].Array[24], Gen.Int[0, 3].Array[24]).Sample(
            (unit, order, roles) =>
            {
                var land = unit.Land();
                var steps = new NodeSteps(land);
                var area = Grown(land, steps, order);
                if (area.Sum(land.TwiceArea) < land.Limits.LeastTwiceArea)
                {
                    return;
                }

                var chosen = new bool[land.ParcelCount];
                area.ForEach(node => chosen[node] = true);
                int[] inside = [.. Enumerable.Range(0, land.ParcelCount).Where(node => node == area[0] || roles[node] > 0)];
                var held = new List<int> { area[0] };
                held.AddRange(inside.Where(node => node != area[0] && roles[node] == 1));
                while (held.Count > 1 && held.Sum(land.TwiceArea) >= land.Limits.LeastTwiceArea)
                {
                    held.RemoveAt(held.Count - 1);
                }

                if (held.Sum(land.TwiceArea) < land.Limits.LeastTwiceArea)
                {
                    Assert.True(Reach.OfLand(land, steps, [.. held], inside).Lack(chosen) <= 0);
                }
            },
            iter: 20_000,
            threads: 1);

    /// <summary>A contiguous set grown from the first node in an order until it is large enough, or cannot grow.</summary>
    private static List<int> Grown(UnitLand land, NodeSteps steps, int[] order)
    {
        var area = new List<int> { order[0] % land.ParcelCount };
        while (area.Sum(land.TwiceArea) < land.Limits.LeastTwiceArea)
        {
            var rim = area.SelectMany(node => steps.From(node).ToArray()).Except(area).ToList();
            if (rim.Count == 0)
            {
                break;
            }

            area.Add(rim.MinBy(node => order[node]));
        }

        return area;
    }

    [Fact]
    public void What_is_known_of_a_bound_is_never_more_than_a_cut_says_and_as_much_where_there_was_a_cut() =>
        Gen.Select(Units, Gen.Double[0, 2].Array[3]).Sample(
            (unit, prices) =>
            {
                var land = unit.Land();
                var (steps, bundle, cut) = (new NodeSteps(land), new ReachBundle(land), new UnitCut());
                foreach (var payer in Enumerable.Range(0, land.ParcelCount).Where(node => land.TwiceArea(node) < land.Limits.LeastTwiceArea).Take(3))
                {
                    bundle.Add(Reach.OfLand(land, steps, [payer], [payer]));
                }

                foreach (var price in prices)
                {
                    double[] point = [.. Enumerable.Range(0, bundle.Count).Select(axis => price * (axis + 1) / 3)];
                    var known = bundle.Step(point, 1e-15).Value;
                    cut.Solve(land, new PriceSet([], 0, 0) { Reach = bundle.At(point) }, default);
                    var value = (double)cut.Priced * SearchLimits.BenefitUnit;
                    bundle.Add(cut);
                    Assert.True(price == prices[0] || known <= value + 0.01, $"known {known}, cut {value}");
                    Assert.Equal(value, bundle.Step(point, 1e-15).Value, 0.01);
                }
            },
            iter: 500,
            threads: 1);

    private static MinimumCut CutOf(UnitLand land, NodeSteps steps, (int Payer, int Most) asks, int[] rooms)
    {
        var cut = new MinimumCut();
        cut.Start(2 * land.ParcelCount, 8 * land.ParcelCount);
        for (var node = 0; node < land.ParcelCount; node++)
        {
            cut.AddEdge(node, land.ParcelCount + node, node == asks.Payer ? 1 << 29 : rooms[node], 0);
            cut.AddWeight(land.ParcelCount + node, -rooms[node + 24]);
            foreach (var next in steps.From(node))
            {
                cut.AddEdge(land.ParcelCount + node, next, 1 << 29, 0);
            }
        }

        cut.AddWeight(asks.Payer, asks.Most);
        cut.Solve();
        return cut;
    }
}
