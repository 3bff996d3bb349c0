using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Samples;

public class SampleHealthCheckTests
{
    private static readonly Lazy<SampleTown> Large = new(() => SampleTown.Of(new SampleOptions(20_000)));

    [Fact]
    public void Every_community_is_checked_once_on_its_own_outline()
    {
        var town = SampleTown.Thousand;
        var units = town.Texts(LayerNames.AdministrativeUnits, "zone_id");
        var outlines = units.Zip(town.Polygons(LayerNames.AdministrativeUnits)).ToDictionary();
        var parents = town.Texts(LayerNames.HealthChecks, "parent_id");

        Assert.Equal(
            units.Zip(town.Texts(LayerNames.AdministrativeUnits, "kind")).Where(unit => unit.Second == "community").Select(unit => unit.First),
            parents);
        Assert.All(parents.Zip(town.Polygons(LayerNames.HealthChecks)), check => Assert.True(check.Second.EqualsExact(outlines[check.First])));
    }

    [Fact]
    public void Shortages_are_shares_known_for_most_communities_and_not_for_all()
    {
        var shortages = Large.Value.Reals(LayerNames.HealthChecks, "facilities_shortage");
        var known = shortages.Where(shortage => !double.IsNaN(shortage)).ToList();

        Assert.All(known, shortage => Assert.InRange(shortage, 0, 1));
        Assert.InRange(known.Count / (double)shortages.Length, 0.75, 0.95);
        Assert.True(known.Distinct().Count() > 20);
    }

    [Fact]
    public void Problems_are_words_parted_by_semicolons_as_inspectors_write_them()
    {
        var words = Large.Value.Texts(LayerNames.HealthChecks, "problems").Select(problems => problems.Split(';')).ToList();

        Assert.All(words, problems => Assert.Equal(problems.Distinct(), problems));
        Assert.Superset(new HashSet<string> { "elderly_facilities", "parking", "停车难" }, words.SelectMany(problem => problem).ToHashSet());
    }

    [Fact]
    public void A_county_town_has_no_health_check() => Assert.DoesNotContain(
        SampleTown.Of(new SampleOptions(300) { Town = TownKind.CountyTown }).Layers, layer => layer.Name == LayerNames.HealthChecks);
}
