using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class UnitRowTests
{
    private static readonly Gen<SmallUnit> SmallCase = DrawnUnits.Of(5, 6, Gen.Int[-2, 6]);

    [Fact]
    public void Under_a_rule_what_is_found_never_beats_the_best_and_the_best_never_beats_the_bound() =>
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
            iter: 1_000,
            threads: 1);

    [Fact]
    public void Every_area_keeps_the_rule_and_all_other_limits() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var result = UnitSearch.Of(land, new UnitCut(), default);
                Assert.All(result.Areas, area => Assert.True(tried.IsFeasible(land, tried.MaskOf(land, area))));
            },
            iter: 1_000,
            threads: 1);

    [Fact]
    public void Over_many_small_units_most_of_the_best_value_under_the_rule_is_found()
    {
        double found = 0, best = 0;
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                found += UnitSearch.Of(land, new UnitCut(), default).Areas.Sum(area => tried.Value(land, area));
                best += tried.BestByTryingAll(land);
            },
            iter: 1_000,
            threads: 1,
            seed: "0000KOIPe036");

        Assert.InRange(found / best, 0.85, 1.000001);
    }

    // A takes 5 and gives most; with B, which gives back 5, the row holds.
    [Fact]
    public void A_parcel_that_takes_too_much_comes_in_only_with_one_that_gives_back()
    {
        var tried = new SmallUnit(["AB"], [900, 50, 0, 0, 0, 0, 0, 0], 1, 1, 4) { Takes = [5, -5] };
        var result = UnitSearch.Of(tried.Land(), new UnitCut(), default);

        Assert.Equal([0, 1], Assert.Single(result.Areas));
    }

    [Fact]
    public void A_price_lowers_the_bound_where_the_rule_binds()
    {
        var free = new SmallUnit(["AB"], [900, 900, 0, 0, 0, 0, 0, 0], 1, 1, 4);
        var bound = UnitSearch.Of(free.Land(), new UnitCut(), default).Bound;
        var priced = UnitSearch.Of((free with { Takes = [5, -1] }).Land(), new UnitCut(), default);

        Assert.InRange(priced.Bound, priced.Value, bound - 1);
    }
}
