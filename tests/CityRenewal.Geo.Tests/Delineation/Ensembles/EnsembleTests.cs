using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Delineation.Ensembles;

/// <summary>Ensembles of the sample city, all stages real.</summary>
public class EnsembleTests
{
    private static readonly ProposalOptions Asked = new() { ReferenceYear = 2025, Threads = 1 };
    private static readonly EnsembleOptions Drawn = new() { Plans = 400, Apart = 10 };
    private static readonly Lazy<CityWork> Town = new(() => new CityWork(
        CityAssembly.From(SampleCity.Of(new SampleOptions(1_000, 7)), new AssemblyOptions { BaselineYear = 2025 }).City));

    private static readonly Lazy<Plan> Best = new(() => Town.Value.Propose(Asked).Plan);

    [Fact]
    public void The_best_plan_stands_above_nearly_all_others_by_its_worth()
    {
        var ensemble = Draw(Best.Value)!;
        var value = ensemble.Numbers.Single(number => number.Name == "value_m2");

        Assert.Equal(400, ensemble.Plans);
        Assert.True(value.Percentile > 0.97, $"{value.Percentile}");
        Assert.Equal(Best.Value.Objective, value.Submitted!.Value, 0);
        Assert.All(value.Values, each => Assert.True(each <= Best.Value.Bound));
        Assert.InRange(1 - (value.Mean / ensemble.Best), 0.02, 0.10);
    }

    [Fact]
    public void The_numbers_of_a_submitted_plan_are_those_of_the_plan()
    {
        var numbers = Draw(Best.Value)!.Numbers.ToDictionary(number => number.Name, number => number.Submitted!.Value);

        Assert.Equal(Best.Value.Areas.Sum(area => area.NetArea), numbers["land_m2"], 1);
        Assert.Equal(Best.Value.Areas.Sum(area => area.Perimeter), numbers["perimeter_m"], 1);
    }

    [Fact]
    public void Every_plan_has_as_much_land_as_its_areas_must_have() =>
        Assert.All(
            Draw(null)!.Numbers.Single(number => number.Name == "land_m2").Values,
            land => Assert.InRange(land, Asked.MinimumArea, Asked.MaximumArea * 12));

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var (one, four) = (Draw(null)!, Draw(null, Asked with { Threads = 4 })!);

        Assert.Equal(one.Numbers.SelectMany(number => number.Values), four.Numbers.SelectMany(number => number.Values));
        Assert.Equal(one.Frequency, four.Frequency);
        Assert.Equal((one.Temperature, one.AcceptanceRate), (four.Temperature, four.AcceptanceRate));
    }

    [Fact]
    public void Land_that_is_in_the_best_plan_is_in_most_plans()
    {
        var frequency = Draw(null)!.Frequency;
        var chosen = Best.Value.Areas.SelectMany(area => area.Parcels).ToHashSet();

        Assert.All(frequency, share => Assert.InRange(share, 0, 1));
        Assert.True(chosen.Average(parcel => frequency[parcel]) > 0.6);
        Assert.True(Enumerable.Range(0, frequency.Count).Where(parcel => !chosen.Contains(parcel)).Average(parcel => frequency[parcel]) < 0.2);
    }

    [Fact]
    public void Drawn_plans_that_enclose_too_much_or_leave_scraps_of_blocks_are_counted_apart()
    {
        var limits = new PlanLimits { LargestEnclave = new PricedLimit(2_000), SmallestRemainder = new PricedLimit(300) };
        var held = Draw(null, Asked with { Limits = limits })!;

        Assert.True(held.LeftOutByChecks > 0);
        Assert.Equal(400, held.Plans + held.LeftOut + held.LeftOutByChecks);
        Assert.All(held.Numbers, number => Assert.Equal(held.Plans, number.Values.Count));
    }

    [Fact]
    public void Where_no_plan_has_an_area_there_is_nothing_to_draw() =>
        Assert.Null(Draw(null, Asked with { NeedThreshold = 1 }));

    private static Ensemble? Draw(Plan? submitted, ProposalOptions? asked = null) => Town.Value.Draw(
        asked ?? Asked, null, Drawn, submitted is null ? null : [.. submitted.Areas.Select(area => area.Parcels)]);
}
