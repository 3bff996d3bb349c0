using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class UnitSearchTests
{
    private const long TwiceCell = 2L * 200_000 * 200_000;

    private static readonly Gen<Case> SmallCase =
        from width in Gen.Int[2, 5]
        from height in Gen.Int[1, 4]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[height]
        from worth in Gen.Int[-200, 500].Array[8]
        from price in Gen.Double[0.2, 4]
        from least in Gen.Int[1, 4]
        from room in Gen.Int[0, 4]
        select new Case([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room);

    [Fact]
    public void What_is_found_never_beats_the_best_and_the_best_never_beats_the_bound() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var result = UnitSearch.Of(land, new UnitCut(), default);
                var found = result.Areas.Sum(area => tried.Value(land, area));
                var best = tried.BestByTryingAll(land);
                Assert.True(found <= best + 1e-6, $"found {found}, best {best}");
                Assert.True(best <= result.Bound + 1e-6, $"best {best}, bound {result.Bound}");
            },
            iter: 1_500,
            threads: 1);

    [Fact]
    public void Every_area_is_contiguous_and_within_the_limits_and_worth_something() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var result = UnitSearch.Of(land, new UnitCut(), default);
                Assert.All(result.Areas, area => Assert.True(tried.IsFeasible(land, tried.MaskOf(land, area))));
                Assert.All(result.Areas, area => Assert.True(tried.Value(land, area) > 0));
                Assert.Equal(result.Areas.Sum(area => area.Length), result.Areas.SelectMany(area => area).Distinct().Count());
            },
            iter: 1_500,
            threads: 1);

    [Fact]
    public void Over_many_small_units_nearly_all_of_the_best_value_is_found()
    {
        double found = 0, best = 0;
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                found += UnitSearch.Of(land, new UnitCut(), default).Areas.Sum(area => tried.Value(land, area));
                best += tried.BestByTryingAll(land);
            },
            iter: 1_500,
            threads: 1,
            seed: "0000KOIPe036");

        Assert.InRange(found / best, 0.93, 1.000001);
    }

    [Fact]
    public void A_locked_parcel_is_in_an_area_even_at_a_loss()
    {
        var tried = new Case(["ABC"], [-10, -10, -10, 0, 0, 0, 0, 0], 1, 2, 3);
        var nodes = new LatticeLand(tried.Rows).Nodes();
        nodes.LockedIn[1] = true;
        var result = UnitSearch.Of(tried.Land(nodes), new UnitCut(), default);

        Assert.Contains(1, Assert.Single(result.Areas));
    }

    [Fact]
    public void Parcels_on_two_sides_of_a_barrier_are_two_areas()
    {
        var tried = new Case(["ABCD"], [900, 900, 900, 900, 0, 0, 0, 0], 1, 1, 4);
        var result = UnitSearch.Of(
            tried.Land(new LatticeLand(tried.Rows).Nodes(barriers: [(1, 2)])), new UnitCut(), default);

        Assert.Equal([[0, 1], [2, 3]], result.Areas.Select(area => area.ToArray()));
    }

    [Fact]
    public void A_piece_that_is_too_large_is_cut_where_it_is_narrow()
    {
        string[] rows =
        [
            "AB   GH",
            "CD   IJ",
            "EF...KL",
            "MN   OP",
        ];
        var tried = new Case(rows, [.. Enumerable.Repeat(900, 16)], 1, 2, 9);
        var result = UnitSearch.Of(tried.Land(), new UnitCut(), default);

        Assert.Equal([8, 8], result.Areas.Select(area => area.Length));
    }

    [Fact]
    public void A_piece_that_is_too_small_grows_where_it_loses_least()
    {
        var tried = new Case(["BAC"], [2_000, -300, -100, 0, 0, 0, 0, 0], 1, 2, 3);
        var result = UnitSearch.Of(tried.Land(), new UnitCut(), default);

        Assert.Equal([0, 2], Assert.Single(result.Areas));
    }

    private sealed record Case(string[] Rows, int[] Worth, double Price, int Least, int Most)
    {
        public override string ToString() => $"{string.Join('|', Rows)} worth {string.Join(',', Worth)} price {Price} limits {Least}-{Most}";

        public UnitLand Land(LandNodes? nodes = null)
        {
            nodes ??= new LatticeLand(Rows).Nodes();
            var benefits = new long[nodes.Count];
            for (var parcel = 0; parcel < nodes.NodeOfParcel.Length; parcel++)
            {
                if (nodes.NodeOfParcel[parcel] >= 0)
                {
                    benefits[nodes.NodeOfParcel[parcel]] = Worth[parcel % Worth.Length] * 1_000_000L;
                }
            }

            return new UnitLand(nodes, benefits, new SearchLimits(Price * nodes.MetresPerUnit, Least * TwiceCell, Most * TwiceCell, 7), 0);
        }

        public int MaskOf(UnitLand land, IEnumerable<int> area) =>
            area.Where(node => node < land.ParcelCount).Aggregate(0, (mask, node) => mask | (1 << node));

        public double Value(UnitLand land, IEnumerable<int> area) => Value(land, MaskOf(land, area));

        public bool IsFeasible(UnitLand land, int mask)
        {
            var members = Enumerable.Range(0, land.ParcelCount).Where(node => (mask >> node & 1) == 1).ToList();
            var area = members.Sum(land.TwiceArea);
            var reached = mask & -mask;
            for (var before = 0; before != reached;)
            {
                before = reached;
                foreach (var node in members.Where(node => (reached >> node & 1) == 1))
                {
                    foreach (var link in land.LinksOf(node))
                    {
                        reached |= link.Joins ? (1 << link.Other) & mask : 0;
                    }
                }
            }

            return area >= land.Limits.LeastTwiceArea && area <= land.Limits.MostTwiceArea && reached == mask;
        }

        /// <summary>The best value over all sets of disjoint feasible areas.</summary>
        public double BestByTryingAll(UnitLand land)
        {
            var all = 1 << land.ParcelCount;
            var value = new double[all];
            for (var mask = 1; mask < all; mask++)
            {
                value[mask] = IsFeasible(land, mask) ? Math.Max(0, Value(land, mask)) : 0;
            }

            var best = new double[all];
            for (var mask = 1; mask < all; mask++)
            {
                var lowest = mask & -mask;
                best[mask] = best[mask ^ lowest];
                for (var part = mask; part > 0; part = (part - 1) & mask)
                {
                    if ((part & lowest) != 0 && value[part] > 0)
                    {
                        best[mask] = Math.Max(best[mask], value[part] + best[mask ^ part]);
                    }
                }
            }

            return best[all - 1];
        }

        private static double Value(UnitLand land, int mask)
        {
            var pieces = new UnitPieces(land);
            var piece = pieces.Begin();
            for (var node = 0; node < land.ParcelCount; node++)
            {
                if ((mask >> node & 1) == 1)
                {
                    pieces.Add(node, piece);
                }
            }

            return pieces.Value(piece);
        }
    }
}
