using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Reasons;

/// <summary>Flips against what trying all sets of parcels says.</summary>
public class FlipPropertyTests
{
    private static readonly Gen<SmallUnit> Case = DrawnUnits.Of(4, 3, Gen.Int[0, 4]);

    // One area over any mask: the value is taken anew from the outline of the flipped set.
    [Fact]
    public void The_gain_of_a_flip_is_the_difference_of_two_values_and_it_is_allowed_as_the_flipped_set_is() =>
        (from unit in Case from mask in Gen.Int[1, 255] select (unit, mask)).Sample(
            tried =>
            {
                var land = tried.unit.Land();
                var mask = tried.mask & ((1 << land.ParcelCount) - 1);
                if (mask == 0 || !tried.unit.IsFeasible(land, mask))
                {
                    return;
                }

                var unit = Laid(land, [mask]);
                var judge = new FlipJudge(unit, Sums(unit, 1));
                var cut = CutNodes.Of(unit);
                for (var node = 0; node < land.ParcelCount; node++)
                {
                    var isMember = (mask >> node & 1) == 1;
                    var flip = isMember ? judge.Leaving(node, cut[node]) : judge.Joining(node, 0);
                    var flipped = mask ^ (1 << node);
                    var after = tried.unit.Value(land, Nodes(flipped));
                    Assert.Equal(after - tried.unit.Value(land, Nodes(mask)), flip.Gain, 6);
                    Assert.Equal(flipped == 0 || tried.unit.IsFeasible(land, flipped), flip.IsAllowed);
                }
            },
            iter: 4_000,
            threads: 1);

    [Fact]
    public void In_the_best_plan_no_allowed_flip_gains() =>
        Case.Sample(
            tried =>
            {
                var land = tried.Land();
                var unit = Laid(land, BestAreas(tried, land));
                var areas = Enumerable.Range(0, land.ParcelCount).Max(unit.AreaOf) + 1;
                var reasons = new NodeReasons(unit, Sums(unit, areas));
                for (var node = 0; node < land.ParcelCount; node++)
                {
                    Assert.All(reasons.FlipsOf(node), flip => Assert.False(flip.IsAllowed && flip.Gain > 1e-5, $"{tried}: node {node} gains {flip.Gain}"));
                }
            },
            iter: 1_000,
            threads: 1);

    private static IEnumerable<int> Nodes(int mask) => Enumerable.Range(0, 31).Where(node => (mask >> node & 1) == 1);

    private static UnitFlips Laid(UnitLand land, IReadOnlyList<int> masks)
    {
        var areaOf = Enumerable.Repeat(UnitFlips.None, land.Count).ToArray();
        for (var area = 0; area < masks.Count; area++)
        {
            foreach (var node in Nodes(masks[area]))
            {
                areaOf[node] = area;
            }
        }

        return new UnitFlips(land, areaOf);
    }

    private static AreaSums[] Sums(UnitFlips unit, int areas)
    {
        var sums = Enumerable.Range(0, areas).Select(_ => new AreaSums(unit.Land.Rows.Count)).ToArray();
        for (var node = 0; node < unit.Land.Count; node++)
        {
            if (unit.AreaOf(node) != UnitFlips.None)
            {
                unit.AddTo(sums[unit.AreaOf(node)], node);
            }
        }

        return sums;
    }

    /// <summary>The areas of the best plan, by trying all.</summary>
    private static IReadOnlyList<int> BestAreas(SmallUnit tried, UnitLand land)
    {
        var all = 1 << land.ParcelCount;
        var value = Enumerable.Range(0, all)
            .Select(mask => mask > 0 && tried.IsFeasible(land, mask) ? tried.Value(land, Nodes(mask)) : double.NegativeInfinity).ToArray();
        var (best, take) = (new double[all], new int[all]);
        for (var mask = 1; mask < all; mask++)
        {
            var lowest = mask & -mask;
            best[mask] = best[mask ^ lowest];
            for (var part = mask; part > 0; part = (part - 1) & mask)
            {
                if ((part & lowest) != 0 && value[part] + best[mask ^ part] > best[mask])
                {
                    (best[mask], take[mask]) = (value[part] + best[mask ^ part], part);
                }
            }
        }

        var areas = new List<int>();
        for (var rest = all - 1; rest > 0; rest ^= take[rest] > 0 ? take[rest] : rest & -rest)
        {
            if (take[rest] > 0)
            {
                areas.Add(take[rest]);
            }
        }

        return areas;
    }
}
