using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>Each kind of test on a town that fits in a comment.</summary>
public class RuleTestKindTests
{
    private static readonly Term FloorArea = new(Quantity.FloorArea, "", []);
    private static readonly Term Gone = new(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]);
    private static readonly Term NotExempt = new(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.NotExempt)]);

    // p0: 600 m² stay, 200 m² go by choice, 200 m² go exempt.
    [Theory]
    [InlineData(0.2, Verdict.Pass)]
    [InlineData(0.19, Verdict.Fail)]
    public void A_share_keeps_its_limit_up_to_the_limit_itself(double limit, Verdict expected)
    {
        var town = new RuleTown(1) { Houses = [new(0, 600), new(0, 200), new(0, 200)] }
            .Parameter("limit", limit)
            .Rule(new ShareTest(Gone, FloorArea, "limit", LimitSense.AtMost, [new ShareReading("exempt-out", NotExempt)]));

        var found = town.Judge(1, Quarter.Retain(0), Quarter.Elective(1), Quarter.Exempt(2)).Judgement;

        Assert.Equal((expected, 0.2), (found.Verdict, found.Measured.Value!.Value));
        Assert.Equal((200, 1000), (found.Evidence.Numerator!.Value, found.Evidence.Denominator!.Value));
        Assert.Equal([1], found.Evidence.Buildings);
        var reading = Assert.Single(found.Readings);
        Assert.Equal(("exempt-out", Verdict.Fail, 0.25), (reading.Id, reading.Verdict, reading.Measured.Value!.Value));
    }

    // Registered floor areas are ±2 %: 200 of 1,000 m² lies between 0.194 and 0.206.
    [Fact]
    public void A_share_whose_interval_straddles_the_limit_is_marginal_and_not_unknown()
    {
        var town = new RuleTown(1) { Houses = [new(0, 800, FloorAreaOrigin.Registered), new(0, 200, FloorAreaOrigin.Registered)] }
            .Parameter("limit", 0.2)
            .Rule(new ShareTest(Gone, FloorArea, "limit", LimitSense.AtMost, []));

        Assert.Equal(Verdict.Marginal, town.Judge(1, Quarter.Retain(0), Quarter.Elective(1)).Verdict);
    }

    [Fact]
    public void A_share_with_nothing_below_the_line_is_not_applicable()
    {
        var found = new RuleTown(2) { Houses = [new(1, 100)] }
            .Parameter("limit", 0.2)
            .Rule(new ShareTest(Gone, FloorArea, "limit", LimitSense.AtMost, []))
            .Judge(1, []);

        Assert.Null(found.Verdict);
        Assert.Equal("nothing_below", found.Judgement.WhyNot!.Code);
        Assert.Equal("not applicable", found.Wording);
    }

    [Fact]
    public void A_share_of_what_may_go_before_anything_is_proposed_is_unknown()
    {
        var town = new RuleTown(1) { Houses = [new(0, 100)] }
            .Parameter("limit", 0.2)
            .Rule(new ShareTest(Gone, FloorArea, "limit", LimitSense.AtMost, []));

        Assert.Equal(Verdict.Unknown, town.Judge(1, null).Verdict);
    }

    // p0 p1 p2, red line over the last 30 m of p1 and all of p2.
    [Theory]
    [InlineData(1, Verdict.Pass, 0)]
    [InlineData(2, Verdict.Fail, 3000)]
    [InlineData(3, Verdict.Fail, 13000)]
    public void A_sum_counts_the_land_in_a_line(int members, Verdict expected, double area)
    {
        var found = RedLine(170).Judge(members, null).Judgement;

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(area, found.Measured.Value!.Value, 0.5);
        Assert.Equal(Enumerable.Range(1, members - 1), found.Evidence.Parcels);
    }

    // The line reaches 0.8 m into p0: a strip as wide as digitising is loose.
    [Fact]
    public void A_strip_no_wider_than_the_tolerance_is_listed_and_not_counted()
    {
        var found = RedLine(99.2).Judge(1, null).Judgement;

        Assert.Equal((Verdict.Pass, 0.0), (found.Verdict, found.Measured.Value!.Value));
        Assert.Equal([0], found.Evidence.Strips.Select(strip => strip.Parcel));
        Assert.Equal(80, found.Evidence.StripArea, 0.5);
    }

    // A corner of 9 m × 9 m is less land than a strip of 0.8 m along the parcel, but no noise of digitising.
    [Fact]
    public void A_corner_wider_than_the_tolerance_counts_however_little_land_it_is()
    {
        var found = RedLine(200).Corner(LayerNames.ControlLines, "ecological_red_line", 9).Judge(1, null).Judgement;

        Assert.Equal(Verdict.Fail, found.Verdict);
        Assert.Equal(81, found.Measured.Value!.Value, 0.5);
        Assert.Empty(found.Evidence.Strips.Select(strip => strip.Parcel));
    }

    [Fact]
    public void A_parcel_that_lies_whole_in_a_line_is_no_strip_however_small_it_is()
    {
        var found = RedLine(0).Parameter("strip", 1000, RuleUnit.Metre).Judge(1, null).Judgement;

        Assert.Equal(Verdict.Fail, found.Verdict);
    }

    // UDB: 0–150 m. p0 inside, p1 half outside.
    [Theory]
    [InlineData(1, Verdict.Pass)]
    [InlineData(2, Verdict.Fail)]
    public void Land_outside_the_development_boundary_fails(int members, Verdict expected)
    {
        var found = new RuleTown(2) { Houses = [new(0, 10)] }
            .Zone(LayerNames.Udb, "concentrated", -10, 150)
            .Parameter("strip", 1, RuleUnit.Metre)
            .Rule(new InsideTest("strip"))
            .Judge(members, null);

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(members == 1 ? [] : [1], found.Judgement.Evidence.Parcels);
    }

    // District z0 holds p0 and p1, district z1 holds p2.
    [Theory]
    [InlineData(2, Verdict.Pass)]
    [InlineData(3, Verdict.Fail)]
    [InlineData(4, Verdict.Fail)]
    public void An_area_that_crosses_a_district_fails(int members, Verdict expected)
    {
        var found = Districts().Judge(members, null);

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(members == 2 ? [] : [2], found.Judgement.Evidence.Parcels);
    }

    [Fact]
    public void A_parcel_in_no_district_leaves_it_unknown_whether_the_area_crosses() =>
        Assert.Equal(Verdict.Unknown, new RuleTown(2)
            .Zone(LayerNames.AdministrativeUnits, "district", 0, 100)
            .Rule(new UndividedTest("district"))
            .Judge(2, null).Verdict);

    // District "old": core over p1, control over p2.
    [Theory]
    [InlineData(1, Verdict.Pass)]
    [InlineData(2, Verdict.Fail)]
    [InlineData(3, Verdict.Pass)]
    public void A_historic_district_is_whole_or_not_at_all(int members, Verdict expected)
    {
        var found = new RuleTown(3)
            .Zone(LayerNames.HistoricZones, "core", 100, 200, "old").Zone(LayerNames.HistoricZones, "control", 200, 300, "old")
            .Rule(new WholeTest())
            .Judge(members, null);

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(members == 2 ? [2] : [], found.Judgement.Evidence.Parcels);
        Assert.Equal(members == 2 ? ["old"] : [], found.Judgement.Evidence.Others);
    }

    [Theory]
    [InlineData(LimitSense.AtMost, 0.1, Verdict.Pass)]
    [InlineData(LimitSense.AtMost, 0.05, Verdict.Fail)]
    [InlineData(LimitSense.AtLeast, 0.1, Verdict.Pass)]
    [InlineData(LimitSense.AtLeast, 0.2, Verdict.Fail)]
    public void A_measure_is_held_against_its_limit(LimitSense sense, double limit, Verdict expected)
    {
        // 1,000 m² of floor area on 10,000 m² of land.
        var town = new RuleTown(1) { Houses = [new(0, 1000)] }
            .Parameter("limit", limit)
            .Rule(new MeasureTest("gross_far", "limit", "", sense, RuleUnit.Ratio));

        Assert.Equal(expected, town.Judge(1, null).Verdict);
    }

    [Fact]
    public void A_measure_without_a_number_in_the_text_is_unknown_unless_there_is_nothing_to_judge()
    {
        var town = new RuleTown(1) { Houses = [new(0, 1000)] }
            .Parameter("limit", null, RuleUnit.SquareMetre)
            .Rule(new MeasureTest("elective_demolition_floor_area_m2", "limit", "", LimitSense.AtMost, RuleUnit.SquareMetre));

        Assert.Equal("no_limit", town.Judge(1, Quarter.Elective(0)).Judgement.WhyNot!.Code);
        Assert.Equal(Verdict.Pass, town.Judge(1, Quarter.Retain(0)).Verdict);
    }

    [Fact]
    public void A_measure_that_is_held_against_itself_of_today_is_kept_where_nothing_changes()
    {
        var town = new RuleTown(1) { Houses = [new(0, 1000, FloorAreaOrigin.Registered)] }
            .Rule(new MeasureTest("gross_far_after", "", "gross_far", LimitSense.AtMost, RuleUnit.Ratio));

        Assert.Equal(Verdict.Pass, town.Judge(1, Quarter.Retain(0)).Verdict);
    }

    // Registered floor areas are ±2 %: 990 of 1,000 m² stay, and nothing new is declared, or 5 m², or 60 m².
    [Theory]
    [InlineData(0, Verdict.Pass)]
    [InlineData(5, Verdict.Marginal)]
    [InlineData(60, Verdict.Fail)]
    public void What_is_left_of_today_is_never_more_than_today_however_well_it_is_known(double added, Verdict expected)
    {
        var town = new RuleTown(1)
        {
            Houses = [new(0, 990, FloorAreaOrigin.Registered), new(0, 10, FloorAreaOrigin.Registered)],
            Declared = new AreaDeclaration { NewFloorAreaM2 = added },
        }
            .Rule(new MeasureTest("gross_far_after", "", "gross_far", LimitSense.AtMost, RuleUnit.Ratio));

        Assert.Equal(expected, town.Judge(1, Quarter.Retain(0), Quarter.Elective(1)).Verdict);
    }

    // Homes of 1960 are an old estate; homes of 2020 are nothing that the six categories know.
    [Theory]
    [InlineData(1960, Verdict.Pass)]
    [InlineData(2020, Verdict.Unknown)]
    public void An_area_without_a_sign_of_any_category_is_unknown_and_never_fails(int year, Verdict expected)
    {
        var found = new RuleTown(1) { Houses = [new(0, 1000) { Use = "residential", YearBuilt = year }] }
            .Rule(new CategoryTest())
            .Judge(1, null);

        Assert.Equal(expected, found.Verdict);
        Assert.Equal(expected == Verdict.Pass ? ["old_residential"] : [], found.Judgement.Evidence.Others);
    }

    [Fact]
    public void Rules_together_are_as_bad_as_the_worst_of_them()
    {
        var found = Districts()
            .Parameter("none", 0, RuleUnit.Count)
            .Rule(new SumTest(new Term(Quantity.Parcels, "", []), "none", LimitSense.AtMost, ""), "few", consent: new("the office", "主管部门"))
            .Rule(new AllOfTest(["rule", "few"]), "both")
            .Findings(2, null);

        Assert.Equal([Verdict.Pass, Verdict.NeedsApproval, Verdict.NeedsApproval], found.Select(finding => finding.Verdict!.Value));
        Assert.Equal(["few"], found[2].Judgement.Evidence.Others);
        Assert.Equal(("only with consent: see few", "须经同意：见 few"), (found[2].Wording, found[2].WordingChinese));
    }

    private static RuleTown Districts() => new RuleTown(4)
        .Zone(LayerNames.AdministrativeUnits, "district", 0, 200).Zone(LayerNames.AdministrativeUnits, "district", 200, 300)
        .Rule(new UndividedTest("district"));

    private static RuleTown RedLine(double from) => new RuleTown(3)
        .Zone(LayerNames.ControlLines, "ecological_red_line", from, 300)
        .Parameter("none", 0, RuleUnit.SquareMetre).Parameter("strip", 1, RuleUnit.Metre)
        .Rule(new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, "strip"));
}
