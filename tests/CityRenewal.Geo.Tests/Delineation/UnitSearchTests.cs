using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class UnitSearchTests
{
    private static readonly Gen<SmallUnit> SmallCase =
        from width in Gen.Int[2, 5]
        from height in Gen.Int[1, 4]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[height]
        from worth in Gen.Int[-200, 500].Array[8]
        from price in Gen.Double[0.2, 4]
        from least in Gen.Int[1, 4]
        from room in Gen.Int[0, 4]
        select new SmallUnit([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room);

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

                // An outline that costs just what its land is worth differs from nothing by rounding.
                Assert.All(result.Areas, area => Assert.True(tried.Value(land, area) > -1e-6));
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
        var tried = new SmallUnit(["ABC"], [-10, -10, -10, 0, 0, 0, 0, 0], 1, 2, 3);
        var nodes = new LatticeLand(tried.Rows).Nodes();
        nodes.LockedIn[1] = true;
        var result = UnitSearch.Of(tried.Land(nodes), new UnitCut(), default);

        Assert.Contains(1, Assert.Single(result.Areas));
    }

    [Fact]
    public void Parcels_on_two_sides_of_a_barrier_are_two_areas()
    {
        var tried = new SmallUnit(["ABCD"], [900, 900, 900, 900, 0, 0, 0, 0], 1, 1, 4);
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
        var tried = new SmallUnit(rows, [.. Enumerable.Repeat(900, 16)], 1, 2, 9);
        var result = UnitSearch.Of(tried.Land(), new UnitCut(), default);

        Assert.Equal([8, 8], result.Areas.Select(area => area.Length));
    }

    [Fact]
    public void A_piece_that_is_too_small_grows_where_it_loses_least()
    {
        var tried = new SmallUnit(["BAC"], [2_000, -300, -100, 0, 0, 0, 0, 0], 1, 2, 3);
        var result = UnitSearch.Of(tried.Land(), new UnitCut(), default);

        Assert.Equal([0, 2], Assert.Single(result.Areas));
    }
}
