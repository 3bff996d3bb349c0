using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Formats;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>
/// Every number of a plan (areas, perimeters, shapes, floor areas, ratios, shares, need, objective) and every promise it
/// makes is computed a second time by Python, shapely and PROJ from the original layers.
/// </summary>
public sealed class SecondOpinionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-opinion").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_plan_of_the_sample_city_agrees_with_a_second_computation() =>
        Agrees(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg"), "2026", leastAreas: 2);

    [Fact]
    public void A_plan_with_candidates_for_demolition_agrees_and_stays_within_its_limit() =>
        Agrees(
            Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg"), "2026", leastAreas: 2,
            "--elective-purpose", "dangerous housing");

    [Fact]
    public void The_plan_of_the_city_as_delivered_agrees_with_a_second_computation()
    {
        var delivered = Path.Combine(Renewal.Checkout, "tests", "data", "as-delivered");
        var mapping = Path.Combine(Renewal.Checkout, "tests", "data", "mappings", "as-delivered.yaml");
        var city = Import(mapping, Directory.GetFiles(delivered));

        Agrees(city, "2026", leastAreas: 1, "--need-threshold", "0.35", "--year", "2026");
    }

    [RealDataFact("fr-cadastre-25354")]
    public void The_plan_of_the_French_commune_agrees_and_says_that_only_coverage_is_known()
    {
        var commune = Path.Combine(TestData.RealFolder, "fr-cadastre-25354", "25354.gpkg");
        var mapping = Path.Combine(Renewal.Checkout, "tests", "data", "mappings", "fr-cadastre-25354.yaml");

        var plan = Agrees(Import(mapping, [commune]), year: null, leastAreas: 1);

        Assert.Contains("coverage alone", plan);
    }

    private string Import(string mapping, string[] files)
    {
        var city = Path.Combine(_folder, "city.gpkg");
        var ending = Renewal.Run(["import", .. files, "--map", mapping, "-o", city]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return city;
    }

    private string Agrees(string city, string? year, int leastAreas, params string[] options)
    {
        string plan = Path.Combine(_folder, "plan.gpkg"), json = Path.Combine(_folder, "plan.json");
        var proposal = Renewal.Run(["propose", city, "-o", plan, "--json", .. options]);
        Assert.True(proposal.Code == 0, proposal.Error);
        File.WriteAllText(json, proposal.Output);

        var opinion = Renewal.Python("second_opinion.py", year is null ? [city, plan, json] : [city, plan, json, year]);

        Assert.True(opinion.Code == 0, opinion.Error);
        var found = JsonDocument.Parse(opinion.Output).RootElement;
        Assert.Empty(found.GetProperty("differences").EnumerateArray().Select(difference => difference.GetString()));
        Assert.True(found.GetProperty("areas").GetInt32() >= leastAreas, opinion.Output);
        Assert.True(found.GetProperty("checked").GetInt32() > 100, opinion.Output);
        return proposal.Output;
    }
}
