using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class HealthCheckLandTests
{
    [Fact]
    public void An_area_lists_the_problems_of_the_zones_that_it_takes_in_with_their_share()
    {
        var answered = Land(new HealthZones()
            .With("community", 0, 30, 0.5, "elderly_facilities; parking;停车难;parking")
            .With("community", 30, 80, 0.5, "green_space")).AnsweredBy([0, 1]);

        Assert.Equal(
            [("elderly_facilities", "Z0", 1.0), ("parking", "Z0", 1.0), ("停车难", "Z0", 1.0), ("green_space", "Z1", 0.2)],
            answered.Select(problem => (problem.Problem, problem.ZoneId, Math.Round(problem.Share, 9))));
        Assert.Equal(("Z0社区", "community", 600.0), (answered[0].ZoneName, answered[0].Kind, Math.Round(answered[0].AreaM2, 6)));
    }

    [Fact]
    public void A_strip_along_the_zone_next_door_answers_nothing() => Assert.Equal(
        ["parking"],
        Land(new HealthZones().With("community", 0, 19.1, 0.5, "parking").With("community", 19.1, 80, 0.5, "green_space"))
            .AnsweredBy([0]).Select(problem => problem.Problem));

    [Fact]
    public void Full_semicolons_part_problems_too() => Assert.Equal(
        ["停车难", "管线老化"],
        Land(new HealthZones().With("block", 0, 80, double.NaN, "停车难\uff1b管线老化\uff1b")).AnsweredBy([0]).Select(problem => problem.Problem));

    [Fact]
    public void Without_a_health_check_nothing_is_known()
    {
        var city = new LatticeCity("ABCD").ToCity();
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        var land = HealthCheckLand.Of(city, facts, facts.AreaM2);

        Assert.False(land.IsKnown);
        Assert.Empty(land.AnsweredBy([0, 1]));
    }

    [Fact]
    public void Areas_that_share_the_town_share_every_zone_whole() =>
        Gen.Select(Gen.Double[1, 79], Gen.Int[1, 14]).Sample(
            (border, members) =>
            {
                var land = Land(new HealthZones().With("community", 0, border, 0.5, "p").With("community", border, 80, 0.5, "q"));
                int[] first = [.. Enumerable.Range(0, 4).Where(parcel => (members >> parcel & 1) != 0)];
                var all = land.AnsweredBy(first).Concat(land.AnsweredBy([.. Enumerable.Range(0, 4).Except(first)]));
                // Below a twentieth of the smaller a touch is not listed, on either side.
                Assert.All(all.GroupBy(problem => problem.ZoneId), zone => Assert.InRange(zone.Sum(problem => problem.Share), 0.95, 1 + 1e-9));
            },
            iter: 60,
            threads: 1);

    private static HealthCheckLand Land(HealthZones zones)
    {
        var city = new LatticeCity("ABCD").With(LayerNames.HealthChecks, zones.ToZones()).ToCity();
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        return HealthCheckLand.Of(city, facts, facts.AreaM2);
    }
}
