using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Tests.Reasons;

/// <summary>Reasons that limits of a request give: a cell is 400 m², worth +200 m² where its house is old.</summary>
public class RequestReasonTests
{
    [Fact]
    public void Land_that_would_exceed_the_budget_of_the_plan_is_out_because_of_it()
    {
        var reasons = Explain(["ABC"], new PlanLimits { LandBudget = new PricedLimit(1_000) }, [0, 1]);

        Assert.Equal(ReasonCode.OverBudget, reasons.Codes[2]);
        Assert.True(reasons.ObjectiveChanges[2] > 0);
        Assert.Contains("more land than the budget", SentenceWriter.Of(reasons, 2).Text, StringComparison.Ordinal);
        var limit = Assert.Single(Flip(reasons, 2).Limits, limit => limit.IsBroken);
        Assert.Equal(("land_budget_m2", 800, 1_200, 1_000), (limit.Limit, limit.Before, limit.After, limit.Bound));
        var binding = Assert.Single(new AreaBinding(reasons).Of(0).Binding);
        Assert.Equal(("land_budget_m2", 200), (binding.Limit, binding.Best!.Relaxation));
    }

    [Fact]
    public void A_budget_at_a_price_is_taken_off_what_the_parcel_brings()
    {
        var free = Explain(["ABC"], PlanLimits.None, [0, 1]);
        var reasons = Explain(["ABC"], new PlanLimits { LandBudget = new PricedLimit(1_000, 2) }, [0, 1]);

        Assert.Equal(free.ObjectiveChanges[2] - (2 * 200), reasons.ObjectiveChanges[2], 6);
        Assert.Equal(ReasonCode.OverBudget, reasons.Codes[2]);
        Assert.True(Flip(reasons, 2).IsAllowed);
    }

    [Fact]
    public void Land_between_two_areas_that_must_stay_apart_is_too_near()
    {
        var reasons = Explain(["ABCDEF"], new PlanLimits { Spacing = new PricedLimit(30) }, [0, 1], [4, 5]);

        Assert.Equal([ReasonCode.TooNear, ReasonCode.TooNear], [reasons.Codes[2], reasons.Codes[3]]);
        Assert.Contains(new AreaBinding(reasons).Of(0).Binding, limit => limit.Limit == "spacing_m");
        Assert.Contains(new AreaBinding(reasons).Of(0).Stops, stop => stop.Reason == StopReason.Spacing);
    }

    // Without B the ring of eight around E would be open; with it, E and its 400 m² are enclosed.
    [Fact]
    public void The_last_stone_of_a_ring_closes_an_enclave()
    {
        var limits = new PlanLimits { LargestEnclave = new PricedLimit(300) };
        var reasons = ReasonTown.Explain(
            ReasonTown.Of(["ABC", "DEF", "GHI"], ["ooo", "ono", "ooo"]), ReasonTown.Options with { Limits = limits }, [0, 2, 3, 5, 6, 7, 8]);

        Assert.Equal(ReasonCode.ClosesEnclave, reasons.Codes[1]);
        var limit = Assert.Single(Flip(reasons, 1).Limits, limit => limit.IsBroken);
        Assert.Equal(("largest_enclave_m2", 0, 400, 300), (limit.Limit, limit.Before, limit.After, limit.Bound));
    }

    [Fact]
    public void A_parcel_that_would_leave_a_scrap_of_a_block_is_out_and_one_that_fills_a_scrap_is_needed()
    {
        var limits = new PlanLimits { SmallestRemainder = new PricedLimit(700) };
        var leaves = Explain(["ABCD"], limits, [0, 1]);
        var needed = ReasonTown.Explain(ReasonTown.Of(["ABCD"], ["ooon"]), ReasonTown.Options with { Limits = limits }, [0, 1, 2, 3]);

        Assert.Equal(ReasonCode.LeavesRemainder, leaves.Codes[2]);
        Assert.Equal(ReasonCode.NeededForRemainder, needed.Codes[3]);
    }

    [Fact]
    public void A_barrier_at_a_price_above_the_gain_keeps_land_out_by_its_price()
    {
        var city = ReasonTown.Of(["ABC"], ["ooo"]).WithRailway(40, -50, 40, 70);
        var limits = new PlanLimits { Crossings = [new CrossingPrice("railway", 5_000)] };
        var reasons = ReasonTown.Explain(city, ReasonTown.Options with { Limits = limits }, [0, 1]);

        Assert.Equal(ReasonCode.CrossingCostsMore, reasons.Codes[2]);
        Assert.Equal(-5_000, Flip(reasons, 2).Penalties, 6);
        Assert.Contains(new AreaBinding(reasons).Of(0).Stops, stop => stop.Reason == StopReason.Crossing);
    }

    [Fact]
    public void Half_of_a_group_that_stays_whole_is_neither_taken_nor_left()
    {
        var limits = new PlanLimits { KeepWhole = [new WholeGroup { Parcels = ["P02", "P03"], Price = 1 }] };
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCD"], ["ooon"]), ReasonTown.Options with { Limits = limits }, [0, 1]);

        Assert.Equal(ReasonCode.SplitsSet, reasons.Codes[2]);
        Assert.Equal(-400, Flip(reasons, 2).Penalties, 6);
    }

    [Fact]
    public void Where_the_plan_has_all_its_areas_free_land_elsewhere_says_so()
    {
        var reasons = Explain(["ABC..DEF"], new PlanLimits { MostAreas = new PricedLimit(1) }, [0, 1, 2]);

        Assert.All([3, 4, 5], parcel => Assert.Equal(ReasonCode.TooManyAreas, reasons.Codes[parcel]));
        Assert.EndsWith("。", SentenceWriter.Of(reasons, 4).TextChinese, StringComparison.Ordinal);
    }

    private static FlipDetail Flip(PlanReasons reasons, int parcel) => Assert.Single(new DetailAssembly(reasons).Of(parcel).Flips);

    private static PlanReasons Explain(string[] parcels, PlanLimits limits, params int[][] areas) => ReasonTown.Explain(
        ReasonTown.Of(parcels, [.. parcels.Select(row => new string([.. row.Select(cell => cell == '.' ? 'u' : 'o')]))]),
        ReasonTown.Options with { Limits = limits },
        areas);
}
