using System.Text.RegularExpressions;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CsCheck;

namespace CityRenewal.Geo.Tests.Metrics;

public partial class AreaMeasureTests
{
    [Fact]
    public void Densities_come_from_floor_areas_footprints_and_the_outline()
    {
        var stock = new Quarter(2, [new(0, 3000), new(1, 1000)]).WithoutDispositions();
        Assert.Equal(0.2, FloorAreaRatio.Gross(stock).Value!.Value, 1e-12);
        Assert.Equal(0.2, FloorAreaRatio.Net(stock).Value!.Value, 1e-9);
        Assert.Equal(200 / 20_000.0, BuildingDensity.Today(stock).Value!.Value, 1e-12);
        Assert.Equal("no_dispositions", FloorAreaRatio.GrossAfter(stock).WhyNot!.Code);
    }

    [Fact]
    public void Density_after_is_known_only_where_nothing_new_is_built()
    {
        var quarter = new Quarter(1, [new(0, 100), new(0, 100)]);
        Assert.Equal(0.02, BuildingDensity.After(quarter.Stock(Quarter.Retain(0), Quarter.Retain(1))).Value!.Value, 1e-12);
        var cleared = quarter.Stock(new AreaDeclaration { NewFloorAreaM2 = 0 }, Quarter.Retain(0), Quarter.Exempt(1));
        Assert.Equal(0.01, BuildingDensity.After(cleared).Value!.Value, 1e-12);
        var built = quarter.Stock(new AreaDeclaration { NewFloorAreaM2 = 80 }, Quarter.Retain(0), Quarter.Exempt(1));
        Assert.Equal("new_footprints_unknown", BuildingDensity.After(built).WhyNot!.Code);
    }

    [Fact]
    public void People_that_nobody_counted_leave_the_count_open_above()
    {
        var quarter = new Quarter(1, [new(0, 100) { Households = 3, People = 8 }, new(0, 100)]);
        var people = Headcount.People(quarter.WithoutDispositions());
        Assert.Equal((8.0, 8.0, null), (people.Value!.Value, people.Low!.Value, people.High));
        Assert.Equal(8, PeopleDensity.Of(quarter.WithoutDispositions()).Value);
        Assert.Equal("people_unknown", Headcount.People(new Quarter(1, [new(0, 100)]).WithoutDispositions()).WhyNot!.Code);
    }

    [Fact]
    public void Money_follows_what_is_renovated_and_who_lives_there()
    {
        var quarter = new Quarter(1, [new(0, 100) { Households = 3, People = 8 }, new(0, 50) { Households = 1, People = 2 }]);
        var stock = quarter.Stock(Quarter.Renovate(0), Quarter.Retain(1));
        Assert.Equal(100, Renovated.FloorArea(stock).Value);
        Assert.Equal(1, Renovated.Buildings(stock).Value);
        Assert.Equal(3, Headcount.HouseholdsBenefiting(stock).Value);
        Assert.Equal(8, Headcount.PeopleBenefiting(stock).Value);
    }

    [Fact]
    public void The_rehousing_rate_is_what_people_declare()
    {
        var quarter = new Quarter(1, []);
        Assert.Equal(0.5, LocalRehousingRate.Of(quarter.Stock(new AreaDeclaration { MovedHouseholds = 40, HouseholdsRehousedLocally = 20 })).Value);
        Assert.Equal("nobody_moves", LocalRehousingRate.Of(quarter.Stock(new AreaDeclaration { MovedHouseholds = 0 })).WhyNot!.Code);
        Assert.Equal("nobody_moves", LocalRehousingRate.Of(quarter.Stock()).WhyNot!.Code);
    }

    [Fact]
    public void A_home_that_goes_makes_an_undeclared_rehousing_rate_unknown_and_an_empty_house_does_not()
    {
        var home = new Quarter(1, [new(0, 100) { Households = 3 }]);
        var empty = new Quarter(1, [new(0, 100) { Households = 0 }]);

        Assert.Equal("rehousing_not_declared", LocalRehousingRate.Of(home.Stock(Quarter.Elective(0))).WhyNot!.Code);
        Assert.Equal("nobody_moves", LocalRehousingRate.Of(empty.Stock(Quarter.Elective(0))).WhyNot!.Code);
    }

    [Fact]
    public void A_mix_of_all_uses_alike_is_one_and_a_single_use_zero()
    {
        var mixed = new Quarter(1, [new(0, 100) { Use = "residential" }, new(0, 100) { Use = "commerce" }]);
        Assert.Equal(1, UseMix.Of(mixed.WithoutDispositions()).Value!.Value, 1e-12);
        var single = new Quarter(1, [new(0, 100) { Use = "residential" }, new(0) { Use = "commerce" }]);
        Assert.Equal(0, UseMix.Of(single.WithoutDispositions()).Value!.Value, 1e-12);
        Assert.Equal("uses_unknown", UseMix.Of(new Quarter(1, [new(0, 100)]).WithoutDispositions()).WhyNot!.Code);
    }

    [Theory]
    [InlineData(Unknown.Integer, AgeClass.Unknown)]
    [InlineData(2007, AgeClass.Under20)]
    [InlineData(2006, AgeClass.From20To29)]
    [InlineData(1997, AgeClass.From20To29)]
    [InlineData(1996, AgeClass.From30To49)]
    [InlineData(1977, AgeClass.From30To49)]
    [InlineData(1976, AgeClass.From50)]
    public void A_building_has_the_age_it_has_in_the_reference_year(int built, AgeClass expected)
    {
        var stock = new Quarter(1, [new(0, 100) { YearBuilt = built }]).WithoutDispositions();
        Assert.Equal(1, AgeMix.ByFloorArea(stock, expected).Value);
        Assert.Equal(1, AgeMix.ByCount(stock, expected).Value);
    }

    [Fact]
    public void Without_a_reference_year_ages_are_unknown() => Assert.Equal(
        "no_reference_year",
        AgeMix.ByCount(new Quarter(1, [new(0, 100)], year: null).WithoutDispositions(), AgeClass.Under20).WhyNot!.Code);

    [Fact]
    public void Shares_of_all_classes_add_up_to_one() =>
        Gen.Select(Gen.Double[1, 500], Gen.Int[1950, 2026], Gen.Int[0, 4]).Array[1, 20].Sample(houses =>
        {
            var stock = new Quarter(1, [.. houses.Select(h => new House(0, h.Item1) { YearBuilt = h.Item2, Danger = (DangerGrade)h.Item3 })])
                .WithoutDispositions();
            double[] sums =
            [
                Enum.GetValues<AgeClass>().Sum(age => AgeMix.ByFloorArea(stock, age).Value!.Value),
                Enum.GetValues<AgeClass>().Sum(age => AgeMix.ByCount(stock, age).Value!.Value),
                Enum.GetValues<DangerGrade>().Sum(grade => DangerMix.ByFloorArea(stock, grade).Value!.Value),
                Enum.GetValues<DangerGrade>().Sum(grade => DangerMix.ByCount(stock, grade).Value!.Value),
            ];
            return sums.All(sum => Math.Abs(sum - 1) < 1e-12);
        }, iter: 40);

    [Fact]
    public void Names_of_measures_are_unique_snake_case_and_carry_their_unit()
    {
        var names = AreaMeasures.Names.Concat(Enum.GetValues<ShapeMeasure>().Select(MeasureNames.Of)).Distinct().ToList();
        Assert.Equal(names.Count, names.Select(name => name.Wire).Distinct().Count());
        Assert.All(names, name => Assert.Matches(SnakeCase(), name.Wire));
        Assert.All(names, name => Assert.Equal(name.Unit == MeasureUnit.SquareMetre, name.Wire.EndsWith("_m2", StringComparison.Ordinal)));
        Assert.All(Enum.GetValues<ShapeMeasure>(), measure => Assert.Equal(measure, MeasureNames.TryShape(MeasureNames.Of(measure).Wire)));
    }

    [Fact]
    public void All_measures_of_an_area_are_there_by_name_with_a_value_or_a_reason()
    {
        var measures = AreaMeasures.Of(new Quarter(2, [new(0, 100)]).Stock(Quarter.Retain(0)), null);
        Assert.Equal(AreaMeasures.Names, measures.All.Select(measure => measure.Name));
        Assert.All(measures.All, measure => Assert.Equal(measure.Value.Value is null, measure.Value.WhyNot is not null));
        Assert.Equal(20_000, measures["gross_area_m2"].Value);
        Assert.Contains("polsby_popper", Assert.Throws<ArgumentException>(() => measures["compactness"]).Message);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex SnakeCase();
}
