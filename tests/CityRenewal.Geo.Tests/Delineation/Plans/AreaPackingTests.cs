using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Plans;

/// <summary>Which of many areas are chosen together, against every choice there is.</summary>
public class AreaPackingTests
{
    private const int Nodes = 8;
    private const int MostAreas = 10;

    private static readonly Gen<(PackedArea[] Areas, GlobalLimits Limits)> Choices =
        from sets in Gen.Int[1, (1 << Nodes) - 1].Array[2, MostAreas]
        from worth in Gen.Int[-40, 200].Array[MostAreas]
        from takes in Gen.Int[1, 20].Array[Nodes]
        from budget in Gen.Int[5, 90]
        from most in Gen.Int[1, 4]
        from locked in Gen.Int[0, 3]
        select Of(sets, worth, takes, (budget, most, locked));

    [Fact]
    public void Areas_chosen_share_no_land_keep_the_limits_hold_what_is_locked_in_and_are_nearly_always_the_best()
    {
        int tried = 0, best = 0;
        Choices.Sample(
            choice =>
            {
                var (areas, limits) = choice;
                var (most, chosen) = (BestByTryingAll(areas, limits), AreaPacking.Of(limits, areas, []));
                var found = WorthOf(areas, limits, chosen)!.Value;

                Assert.True(Compare(found, most) <= 0);
                tried++;
                best += Compare(found, most) == 0 ? 1 : 0;
            },
            iter: 3_000,
            threads: 1,
            seed: "0000KOIPe036");

        Assert.True(best >= 0.98 * tried, $"{best} of {tried}");
    }

    [Fact]
    public void A_choice_that_is_known_is_never_made_worse() =>
        Choices.Sample(
            choice =>
            {
                var (areas, limits) = choice;
                for (var area = 0; area < areas.Length; area++)
                {
                    if (WorthOf(areas, limits, [area]) is { } known)
                    {
                        Assert.True(Compare(WorthOf(areas, limits, AreaPacking.Of(limits, areas, [area]))!.Value, known) >= 0);
                    }
                }
            },
            iter: 500,
            seed: "0000KOIPe036");

    [Fact]
    public void What_has_to_be_in_comes_before_what_is_worth_more()
    {
        PackedArea[] areas = [new([0, 1], 900, [], 0, false), new([1, 2], -50, [], 1, false), new([2], -5, [], 1, true)];

        Assert.Equal([1], AreaPacking.Of(GlobalLimits.None, areas, []));
    }

    private static (PackedArea[] Areas, GlobalLimits Limits) Of(int[] sets, int[] worth, int[] takes, (int Budget, int Most, int Locked) plan)
    {
        var city = new SmallCity([["ABCDEFGH"]], [1], 1, 1, 8) { Takes = takes, Budget = plan.Budget, MostAreas = plan.Most };
        var limits = new GlobalLimits(city.Problem());
        var areas = sets.Select((set, at) =>
        {
            int[] nodes = [.. Enumerable.Range(0, Nodes).Where(node => (set >> node & 1) == 1)];
            return new PackedArea(nodes, worth[at], limits.Takes([nodes]), nodes.Count(node => node < plan.Locked - 1), false);
        });
        return ([.. areas], limits);
    }

    private static (int Locked, double Worth) BestByTryingAll(PackedArea[] areas, GlobalLimits limits)
    {
        var best = (Locked: -1, Worth: 0.0);
        for (var mask = 0; mask < 1 << areas.Length; mask++)
        {
            var worth = WorthOf(areas, limits, [.. Enumerable.Range(0, areas.Length).Where(area => (mask >> area & 1) == 1)]);
            best = worth is { } known && Compare(known, best) > 0 ? known : best;
        }

        return best;
    }

    private static (int Locked, double Worth)? WorthOf(PackedArea[] areas, GlobalLimits limits, IReadOnlyList<int> chosen)
    {
        var nodes = chosen.SelectMany(area => areas[area].Nodes).ToList();
        var isKept = nodes.Distinct().Count() == nodes.Count
            && Enumerable.Range(0, limits.Count).All(row => chosen.Sum(area => areas[area].Takes[row]) <= limits.Limit(row));
        return isKept ? (chosen.Sum(area => areas[area].Locked), chosen.Sum(area => areas[area].Value)) : null;
    }

    private static int Compare((int Locked, double Worth) one, (int Locked, double Worth) other) =>
        one.Locked != other.Locked ? one.Locked.CompareTo(other.Locked) : Math.Abs(one.Worth - other.Worth) < 1e-6 ? 0 : one.Worth.CompareTo(other.Worth);
}
