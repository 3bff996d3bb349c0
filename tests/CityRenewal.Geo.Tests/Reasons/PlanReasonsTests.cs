using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Tests.Delineation;

namespace CityRenewal.Geo.Tests.Reasons;

/// <summary>Towns in which everybody can see why a parcel is in or out.</summary>
public class PlanReasonsTests
{
    [Fact]
    public void Old_land_is_worth_it_new_land_is_not_and_empty_land_is_unknown()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["oonou"]), [0, 1]);

        Assert.Equal("worth_it worth_it need_too_low nothing_around need_unknown", ReasonTown.Codes(reasons));
        Assert.Equal([0, 0, 0, -1, -1], reasons.AreaInQuestion.ToArray());
    }

    [Fact]
    public void The_change_is_benefit_less_the_price_of_the_outline()
    {
        var problem = ProposalProblem.Of(null, ReasonTown.Of(["ABC"], ["oon"]).Ground(ReasonTown.Options));
        var reasons = ReasonTown.Explain(problem, [0, 1]);
        double Benefit(int parcel) => problem.Benefits[problem.Nodes.NodeOfParcel[parcel]] * 1e-6;

        // B has two sides with others: A, which stays, and the outside. Either end adds or saves 40 m of outline.
        Assert.Equal(-Benefit(0) + (0.5 * 40), reasons.ObjectiveChanges[0], 9);
        Assert.Equal(Benefit(2) - (0.5 * 40), reasons.ObjectiveChanges[2], 9);
    }

    [Fact]
    public void What_the_planner_locked_says_so()
    {
        var city = ReasonTown.Of(["ABC"], ["ooo"]).WithLock(0, ParcelLock.In).WithLock(2, ParcelLock.Out);

        Assert.Equal("locked_in worth_it locked_out", ReasonTown.Codes(ReasonTown.Explain(city, [0, 1])));
    }

    [Fact]
    public void Land_that_would_gain_is_out_because_the_area_is_full()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABC"], ["ooo"]), ReasonTown.Options with { MaximumArea = 1_000 }, [0, 1]);

        Assert.Equal(ReasonCode.AreaFull, reasons.Codes[2]);
        Assert.True(reasons.ObjectiveChanges[2] > 0);
        Assert.Contains("A001", SentenceWriter.Of(reasons, 2).TextChinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Land_that_would_gain_is_out_because_a_railway_lies_between()
    {
        var city = ReasonTown.Of(["ABCD"], ["oooo"]).WithRailway(40, -50, 40, 70);

        Assert.Equal(
            "worth_it worth_it behind_barrier too_little_land",
            ReasonTown.Codes(ReasonTown.Explain(city, ReasonTown.Options with { MinimumArea = 1_000 }, [0, 1])));
    }

    [Fact]
    public void Land_outside_the_boundary_names_the_layer()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABC"], ["ooo"]).With(LayerNames.Udb, "concentrated", -10, -10, 65, 100), [0, 1]);

        Assert.Equal(ReasonCode.OutsideUdb, reasons.Codes[2]);
        Assert.True(double.IsNaN(reasons.ObjectiveChanges[2]));
        Assert.Contains("layer udb", SentenceWriter.Of(reasons, 2).Text, StringComparison.Ordinal);
    }

    // C is new land between old: without it the area falls into two.
    [Fact]
    public void A_bridge_between_two_good_parts_holds_them_together()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["oonoo"]), [0, 1, 2, 3, 4]);

        Assert.Equal("worth_it worth_it holds_together worth_it worth_it", ReasonTown.Codes(reasons));
        Assert.True(reasons.ObjectiveChanges[2] > 0);
    }

    [Fact]
    public void What_would_be_cut_off_is_told_part_by_part_without_the_largest()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["oonoo"]), [0, 1, 2, 3, 4]);
        var flip = Assert.Single(new DetailAssembly(reasons).Of(1).Flips);

        Assert.Equal([[0]], flip.CutOff);
        var broken = Assert.Single(flip.Limits, limit => limit.IsBroken);
        Assert.Equal(("contiguity", 1d, 2d, 1d), (broken.Limit, broken.Before, broken.After, broken.Bound));
    }

    [Fact]
    public void New_land_that_makes_up_the_smallest_area_is_needed_for_it()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABC"], ["oon"]), ReasonTown.Options with { MinimumArea = 1_200 }, [0, 1, 2]);

        Assert.Equal(ReasonCode.NeededForSize, reasons.Codes[2]);
    }

    // E is unknown land in the middle of a ring: a hole would cost 40 m² of outline and save nothing.
    [Fact]
    public void Unknown_land_inside_shortens_the_outline()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABC", "DEF", "GHI"], ["ooo", "ouo", "ooo"]), [0, 1, 2, 3, 4, 5, 6, 7, 8]);

        Assert.Equal(ReasonCode.ShortensOutline, reasons.Codes[4]);
        Assert.Equal(-40, reasons.ObjectiveChanges[4], 6);
    }

    [Fact]
    public void Parcels_under_one_building_are_flipped_together()
    {
        var city = ReasonTown.Of(["ABCD"], ["oouo"]).With(new LatticeBuilding(35, 2, 10, 3) { Year = 1950 });
        var reasons = ReasonTown.Explain(city, [0, 1, 2]);

        Assert.Equal(reasons.ObjectiveChanges[1], reasons.ObjectiveChanges[2]);
        Assert.Equal([1, 2], Assert.Single(new DetailAssembly(reasons).Of(2).Flips).Parcels);
    }

    [Fact]
    public void Free_land_smaller_than_the_smallest_area_is_too_little_and_larger_is_grown_around()
    {
        var city = ReasonTown.Of(["ABCDEF"], ["oononn"]);
        var few = ReasonTown.Explain(city, ReasonTown.Options with { MinimumArea = 2_000 }, [0, 1]);
        var enough = ReasonTown.Explain(city, ReasonTown.Options with { Lambda = 2 }, [0, 1]);
        var around = new DetailAssembly(enough).Of(3).Around!;

        Assert.Equal(ReasonCode.TooLittleLand, few.Codes[3]);
        Assert.Equal(1_600, new DetailAssembly(few).Of(3).Around!.FreeLand, 6);
        Assert.Equal(ReasonCode.NothingAround, enough.Codes[3]);
        Assert.Equal(800, around.NetArea, 6);
        Assert.True(around.Value < 0);
    }

    [Fact]
    public void A_neighbour_in_another_unit_is_out_because_of_the_unit()
    {
        var city = ReasonTown.Of(["ABCD"], ["oooo"]).With(LayerNames.PlanningUnits, Halves());
        var reasons = ReasonTown.Explain(city, ReasonTown.Options with { MinimumArea = 800, Lambda = 5 }, [0, 1]);

        Assert.Equal((ReasonCode.OtherUnit, 0), (reasons.Codes[2], reasons.AreaInQuestion[2]));
    }

    [Fact]
    public void An_allowed_gain_that_nobody_took_is_said()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCD"], ["ooon"]), [0, 1]);
        var greedy = ReasonTown.Explain(ReasonTown.Of(["ABCD"], ["ooon"]), [0, 1, 2, 3]);

        Assert.Equal(ReasonCode.BetterIn, reasons.Codes[2]);
        Assert.Equal(ReasonCode.BetterOut, greedy.Codes[3]);
    }

    [Fact]
    public void Areas_that_the_problem_could_not_hold_are_refused_with_every_parcel()
    {
        var city = ReasonTown.Of(["ABCDE"], ["ooooo"]).WithLock(1, ParcelLock.Out).With(new LatticeBuilding(75, 2, 10, 3) { Year = 1950 });

        var problems = Assert.Throws<ProposalOptionsException>(() => ReasonTown.Explain(city, [0, 1], [0, 3])).Problems;
        Assert.Equal(["P01", "P00", "P04"], problems.Select(problem => problem.Value));
        Assert.Contains("locked it out", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_all_plans_agree_on_is_counted()
    {
        IReadOnlyList<AreaMembers>[] plans = [[new("A001", [0, 1])], [new("A001", [1]), new("A002", [3])], []];
        var frequency = PlanFrequency.Of(4, plans);

        Assert.Equal(3, frequency.Plans);
        Assert.Equal([1, 2, 0, 1], frequency.Counts.ToArray());
    }

    private static Zones Halves() => new()
    {
        Ids = TextColumn.From(["U1", "U2"]),
        Names = TextColumn.Missing(2),
        Parents = TextColumn.Missing(2),
        Kinds = CodeColumn.From(["", ""]),
        Shapes = new Geo.Shapes.PolygonColumnsBuilder()
            .Ring([0, 400_000, 400_000, 0], [0, 0, 200_000, 200_000], isHole: false).EndFeature()
            .Ring([400_000, 800_000, 800_000, 400_000], [0, 0, 200_000, 200_000], isHole: false).EndFeature().ToColumns(),
        Numbers = new Dictionary<string, double[]>(),
    };
}
