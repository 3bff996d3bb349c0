using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class NeedPartTests
{
    [Theory]
    [InlineData("steel", 0)]
    [InlineData("reinforced-concrete", 0)]
    [InlineData("steel-reinforced-concrete", 0)]
    [InlineData("brick-concrete", 0.4)]
    [InlineData("mixed", 0.4)]
    [InlineData("brick-wood", 0.8)]
    [InlineData("earth", 1)]
    [InlineData("simple", 1)]
    [InlineData("wood", double.NaN)]
    [InlineData("", double.NaN)]
    public void Structure_counts_by_what_a_building_is_made_of(string structure, double expected) =>
        Assert.Equal(expected, NeedParts.OfStructure(structure));

    [Theory]
    [InlineData(2025, 0)]
    [InlineData(2010, 0.5)]
    [InlineData(1980, 1)]
    [InlineData(2030, 0)]
    [InlineData(Unknown.Integer, double.NaN)]
    public void An_earlier_renewal_wears_off_in_thirty_years(int renewed, double expected) =>
        Assert.Equal(expected, NeedParts.OfEarlierRenewal(2025, renewed), 12);

    [Fact]
    public void An_earlier_renewal_says_nothing_about_buildings_without_one()
    {
        var parts = Parts(new LatticeCity("AB")
            .With(new LatticeBuilding(0, 0, 10, 10) { Renewed = 2010 })
            .With(new LatticeBuilding(10, 10, 10, 10))
            .With(new LatticeBuilding(20, 0, 10, 10)));

        Assert.Equal([0.5, double.NaN], parts[NeedPart.EarlierRenewal].ToArray());
    }

    [Fact]
    public void Structures_weigh_by_floor_area_over_those_that_are_known()
    {
        var parts = Parts(new LatticeCity("A")
            .With(new LatticeBuilding(0, 0, 10, 10) { Structure = "brick-wood", Storeys = 1 })
            .With(new LatticeBuilding(10, 0, 10, 10) { Structure = "steel", Storeys = 3 })
            .With(new LatticeBuilding(0, 10, 10, 10) { Structure = "bamboo", Storeys = 9 }));

        Assert.Equal(0.2, parts[NeedPart.Structure][0], 12);
    }

    [Fact]
    public void The_shortage_of_a_parcel_is_the_mean_of_the_zones_that_it_lies_in()
    {
        var parts = Parts(new LatticeCity("AB").With(LayerNames.HealthChecks, new HealthZones()
            .With("community", 0, 15, 0.2).With("community", 15, 40, 0.6).ToZones()));

        Assert.Equal((0.75 * 0.2) + (0.25 * 0.6), parts[NeedPart.Facilities][0], 9);
        Assert.Equal(0.6, parts[NeedPart.Facilities][1], 9);
    }

    [Fact]
    public void The_finest_kind_that_knows_half_of_a_parcel_speaks_for_it()
    {
        var parts = Parts(new LatticeCity("ABC").With(LayerNames.HealthChecks, new HealthZones()
            .With("block", 0, 60, 0.9).With("community", 0, 20, 0.1).With("community", 20, 29, 0.3).With("community", 29, 40, double.NaN)
            .ToZones()));

        Assert.Equal([0.1, 0.9, 0.9], parts[NeedPart.Facilities].ToArray().Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(35)]
    public void A_shortage_that_is_no_share_is_unknown(double given)
    {
        var parts = Parts(new LatticeCity("A").With(LayerNames.HealthChecks, new HealthZones().With("community", 0, 20, given).ToZones()));

        Assert.True(double.IsNaN(parts[NeedPart.Facilities][0]));
        Assert.False(parts.IsKnownAnywhere(NeedPart.Facilities));
    }

    [Fact]
    public void Without_a_health_check_the_shortage_is_unknown_and_leaves_the_profile()
    {
        var parts = Parts(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 20) { Year = 1990 }));

        Assert.Equal(0, new NeedWeights(0.5, 0, 0) { Facilities = 0.5 }.KnownIn(parts).Facilities);
    }

    [Fact]
    public void A_profile_is_the_sum_over_its_known_parts_by_hand()
    {
        var parts = Parts(new LatticeCity("AB")
            .With(new LatticeBuilding(0, 0, 10, 20) { Year = 1990, Structure = "brick-wood", Renewed = 2019 })
            .With(new LatticeBuilding(20, 0, 10, 20) { Danger = DangerGrade.C })
            .With(LayerNames.HealthChecks, new HealthZones().With("community", 0, 20, 0.7).ToZones()));
        var scores = NeedScores.Of(parts, new NeedWeights(0.3, 0.1, 0.1) { Structure = 0.2, Facilities = 0.2, EarlierRenewal = 0.1 });

        // Age 15/30, density (0.5 - 0.3)/0.4, structure 0.8, shortage 0.7, renewed 6 of 30 years ago; danger unknown.
        Assert.Equal(((0.3 * 0.5) + (0.1 * 0.5) + (0.2 * 0.8) + (0.2 * 0.7) + (0.1 * 0.2)) / 0.9, scores.Scores[0], 9);
        Assert.Equal(0.9, scores.KnownShares[0], 12);
        Assert.Equal(0.2, scores.KnownShares[1], 12);
        Assert.True(double.IsNaN(scores.Scores[1]));
    }

    [Fact]
    public void Whatever_is_known_the_need_lies_between_the_least_and_the_greatest_known_part() =>
        Gen.Select(Gen.Double[0, 1].Array[6], Gen.Bool.Array[6], Gen.Double[0, 2].Array[6]).Sample(
            (values, known, weights) =>
            {
                var parts = values.Select((value, i) => known[i] ? value : double.NaN).ToArray();
                var need = new AreaNeed("A", parts, NeedWeights.From(part => weights[(int)part])).Need;
                var counted = Enumerable.Range(0, 6).Where(i => known[i] && weights[i] > 0).ToList();
                var (sum, half) = (counted.Sum(i => weights[i]), 0.5 * weights.Sum());

                // Half within a billionth is enough as sums round; nearer than two nobody has to tell which it is.
                Assert.True((half > 0 && Math.Abs(sum - half) <= 4e-9 * half) || (counted.Count > 0 && sum >= half) == !double.IsNaN(need), $"{sum} known of {2 * half}, need {need}");
                if (!double.IsNaN(need))
                {
                    Assert.InRange(need, counted.Min(i => values[i]) - 1e-12, counted.Max(i => values[i]) + 1e-12);
                }
            },
            threads: 1);

    [Fact]
    public void The_general_profile_is_age_danger_and_density_as_ever_to_the_last_bit()
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(1_000)), new AssemblyOptions()).City;
        var facts = ParcelFacts.Of(city, new OverlayOptions());

        var scores = NeedScores.Of(city, facts, 2026);

        Assert.Equal(Enumerable.Range(0, facts.Count).Select(parcel => AsEver(city, facts, parcel)), scores.Scores.ToArray());
        Assert.Equal(scores.Scores.ToArray(), NeedScores.Of(NeedColumns.Of(city, facts, 2026), NeedWeights.Default).Scores.ToArray());
    }

    private static double AsEver(City city, ParcelFacts facts, int parcel)
    {
        double aged = 0, agedWeight = 0, graded = 0, gradedWeight = 0;
        foreach (var (building, area) in facts.BuildingShares.BuildingsOf(parcel))
        {
            var floorArea = facts.Buildings.FloorArea.Values[building];
            var weight = double.IsNaN(floorArea) ? area : floorArea * area / facts.Buildings.Footprint[building];
            if (city.Buildings.YearBuilt[building] != Unknown.Integer)
            {
                aged += weight * NeedParts.OfAge(2026, city.Buildings.YearBuilt[building]);
                agedWeight += weight;
            }

            if (city.Buildings.DangerGrades[building] != DangerGrade.Unknown)
            {
                graded += weight * NeedParts.OfDanger(city.Buildings.DangerGrades[building]);
                gradedWeight += weight;
            }
        }

        double sum = 0, known = 0;
        foreach (var (weight, part) in new[]
        {
            (0.4, agedWeight > 0 ? aged / agedWeight : double.NaN),
            (0.4, gradedWeight > 0 ? graded / gradedWeight : double.NaN),
            (0.2, NeedParts.OfDensity(facts.CoverageOf(parcel))),
        })
        {
            sum += double.IsNaN(part) ? 0 : weight * part;
            known += double.IsNaN(part) ? 0 : weight;
        }

        return known >= 0.5 - 1e-9 ? sum / known : double.NaN;
    }

    private static NeedColumns Parts(LatticeCity drawn)
    {
        var city = drawn.ToCity();
        return NeedColumns.Of(city, ParcelFacts.Of(city, new OverlayOptions()), 2025);
    }
}
