using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public class LimitsFileTests
{
    private const string Whole = """
        minimum_area_m2: 20000
        maximum_area_m2: {value: 300000, price: 0.5}
        fewest_areas: 1
        most_areas: {value: 5, price: 1000}
        opening_price_m2: 50
        least_polsby_popper: 0.2
        land_budget_m2: 900000
        cost: {per_renovated_m2: 2500, per_land_m2: 10}
        cost_budget: 1000000
        locked_in: [A]
        locked_out: [B]
        must_link:
        - [A, C]
        cannot_link:
        - {parcels: [D, E], price: 7}
        keep_whole:
        - {name: courtyard, parcels: [F, G], obligatory: true}
        - {division: community, price: 0.1}
        uncrossed_divisions: []
        crossings:
        - {kind: arterial, price: 500}
        spacing_m: 30
        largest_enclave_m2: 5000
        smallest_remainder_m2: 800
        projects:
        - {id: J1, phase: 2, category: old_residential, parcels: [A, C]}
        rules:
        - id: old-stock
          title: Old enough
          share:
            above: {sum: floor_area, age_at_least: 30}
            below: {sum: floor_area}
            at_least: 0.5
          price: 3
        """;

    [Fact]
    public void Every_field_is_read()
    {
        var request = LimitsFile.Parse("limits.yaml", Whole).OrThrow();
        var options = request.ApplyTo(new ProposalOptions { LockedIn = ["Z"] });
        var limits = options.Limits;

        Assert.Equal((20_000, 300_000), (options.MinimumArea, options.MaximumArea));
        Assert.Equal(["A", "Z"], options.LockedIn);
        Assert.Equal(["B"], options.LockedOut);
        Assert.Equal((null, 0.5), (limits.MinimumAreaPrice, limits.MaximumAreaPrice));
        Assert.Equal((new PricedLimit(1), new PricedLimit(5, 1000)), (limits.FewestAreas, limits.MostAreas));
        Assert.Equal((50, new PricedLimit(0.2), new PricedLimit(900_000)), (limits.OpeningPrice, limits.LeastPolsbyPopper, limits.LandBudget));
        Assert.Equal((new CostModel { PerRenovated = 2500, PerLand = 10 }, new PricedLimit(1_000_000)), (limits.Cost, limits.CostBudget));
        Assert.Equal(["A", "C"], Assert.Single(limits.MustLink));
        Assert.Equal(7, Assert.Single(limits.CannotLink).Price);
        Assert.Equal((true, "community", 0.1), (limits.KeepWhole[0].IsObligatory, limits.KeepWhole[1].Division, limits.KeepWhole[1].Price));
        Assert.Empty(limits.UncrossedDivisions);
        Assert.Equal(new CrossingPrice("arterial", 500), Assert.Single(limits.Crossings));
        Assert.Equal((new PricedLimit(30), new PricedLimit(5000), new PricedLimit(800)), (limits.Spacing, limits.LargestEnclave, limits.SmallestRemainder));
        Assert.Equal(("J1", 2, "old_residential"), (limits.Projects[0].Id, limits.Projects[0].Phase, limits.Projects[0].Category));
        var rule = Assert.Single(request.Rules!.Rules);
        Assert.Equal(("old-stock", 3, RuleScope.Area, RuleStrength.Must), (rule.Id, rule.Price, Assert.Single(rule.Scopes), rule.Strength));
    }

    [Fact]
    public void A_file_that_says_nothing_of_units_does_not_cross_planning_units() =>
        Assert.Equal(["planning_units"], LimitsFile.Parse("limits.yaml", "spacing_m: 5").OrThrow().Limits.UncrossedDivisions);

    [Fact]
    public void Rules_of_a_file_are_added_to_those_of_a_pack()
    {
        var alone = RulePackShelf.Read("chongqing-2025").OrThrow();
        var both = LimitsFile.Parse("limits.yaml", Whole, "chongqing-2025").OrThrow().Rules!;

        Assert.Equal("chongqing-2025", both.Id);
        Assert.Equal([.. alone.Rules.Select(rule => rule.Id), "old-stock"], both.Rules.Select(rule => rule.Id));
        Assert.NotEqual(alone.Hash, both.Hash);
    }

    [Theory]
    [InlineData("spacing_m: near", "limits.yaml:1:12", "wrong_type")]
    [InlineData("spacing_m: {value: 5}", "limits.yaml:1:12", "missing_field")]
    [InlineData("spacing_m: {value: 5, price: -1}", "limits.yaml:1:30", "impossible_threshold")]
    [InlineData("spacing: 5", "limits.yaml:1:1", "unknown_field")]
    [InlineData("must_link: P1", "limits.yaml:1:12", "wrong_type")]
    [InlineData("crossings:\n- {kind: river}", "limits.yaml:2:3", "missing_field")]
    [InlineData("keep_whole:\n- {parcels: [a, b], obligatory: maybe}", "limits.yaml:2:33", "wrong_type")]
    [InlineData("projects:\n- {id: J, parcels: [a], phase: 1.5}", "limits.yaml:2:32", "impossible_threshold")]
    [InlineData("rules:\n- {id: a, title: b, whole: {layer: historic_zones}, price: 1}", "limits.yaml:2:60", "price_does_not_fit")]
    [InlineData("rules:\n- {id: a, title: b, whole: {layer: historic_zone}}", "limits.yaml:2:36", "unknown_word")]
    public void What_is_wrong_is_told_by_line_and_column(string yaml, string place, string code)
    {
        var problem = Assert.Single(LimitsFile.Parse("limits.yaml", yaml).Problems);

        Assert.Equal((place, code), (problem.Place, problem.Code));
        Assert.True(problem.What.Length > 0 && problem.Remedy.Length > 0 && problem.WhatChinese.Length > 0 && problem.RemedyChinese.Length > 0);
    }

    [Theory]
    [InlineData("limits.must_link[0].parcels[1]", 13, 7)]
    [InlineData("limits.maximum_area_price", 2, 41)]
    [InlineData("limits.keep_whole[0].price", 17, 3)]
    [InlineData("locked_in[0]", 10, 13)]
    public void What_a_city_contradicts_is_told_by_line_too(string field, int line, int column) =>
        Assert.Equal((line, column), LimitsFile.Parse("limits.yaml", Whole).Places.Of(field));
}
