using System.Text.Json;
using System.Text.Json.Serialization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Limits that are written for a plan's file are the same limits when they are read.</summary>
public class LimitsTextTests
{
    private const string Whole = """
        minimum_area_m2: {value: 20000.5, price: 0.25}
        maximum_area_m2: 300000
        fewest_areas: 1
        most_areas: {value: 5, price: 1000}
        opening_price_m2: 50
        least_polsby_popper: {value: 0.2, price: 3}
        land_budget_m2: 900000
        cost: {per_renovated_m2: 2500, per_land_m2: 10}
        cost_budget: {value: 1.0e9, price: 1.0e-7}
        must_link:
        - [A, C]
        - ["甲 1", "null"]
        link_prices:
        - {parcels: [X, Y], price: 12.5}
        cannot_link:
        - {parcels: [D, E], price: 7}
        - {parcels: [D, F]}
        keep_whole:
        - {name: courtyard, parcels: [F, G], obligatory: true}
        - {division: community, price: 0.1}
        uncrossed_divisions: [district]
        division_prices:
        - {division: planning_units, price: 800}
        crossings:
        - {kind: arterial, price: 500}
        spacing_m: 30
        largest_enclave_m2: 5000
        smallest_remainder_m2: {value: 800, price: 0.5}
        projects:
        - {id: J1, phase: 2, category: old_residential, parcels: [A, C]}
        """;

    private static readonly JsonSerializerOptions Named = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void Every_limit_reads_as_it_was_written()
    {
        var options = LimitsFile.Parse("limits.yaml", Whole).OrThrow().ApplyTo(new ProposalOptions());
        var again = LimitsFile.Parse("plan.gpkg", LimitsText.Of(options)).OrThrow().ApplyTo(new ProposalOptions { MaximumArea = 300_000 });

        Assert.Equal(JsonSerializer.Serialize(options, Named), JsonSerializer.Serialize(again, Named));
        Assert.Equal(["null"], again.Limits.MustLink[1].Skip(1));
    }

    [Fact]
    public void A_division_with_a_price_is_crossed_though_nothing_else_is_said_of_units()
    {
        var limits = LimitsFile.Parse("limits.yaml", "division_prices: [{division: planning_units, price: 5}]").OrThrow().Limits;

        Assert.Empty(limits.UncrossedDivisions);
        Assert.Empty(LimitsFile.Parse("plan.gpkg", LimitsText.Of(new ProposalOptions { Limits = limits })).OrThrow().Limits.UncrossedDivisions);
    }
}
