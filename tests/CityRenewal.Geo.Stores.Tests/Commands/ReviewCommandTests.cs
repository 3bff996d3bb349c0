using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal review`: boundaries from anyone against a rule pack.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_areas_of_a_plan_are_found_again_from_outside_and_the_rules_of_the_land_say_the_same()
    {
        var proposed = JsonDocument.Parse(Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--json").Output)
            .RootElement.GetProperty("plans")[0];
        TemporaryFolder.Run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-lco", "ID_FIELD=area_id", "-t_srs", "EPSG:4490", _folder["areas.geojson"], _folder["plan.gpkg"], "renewal_areas");

        var ending = Review("areas.geojson", "chongqing-2025", "--crs", "4490", "--json");

        Assert.Equal(1, ending.Code);
        var review = JsonDocument.Parse(ending.Output).RootElement;
        var areas = proposed.GetProperty("areas").EnumerateArray().ToList();
        var boundaries = review.GetProperty("boundaries").EnumerateArray().ToList();
        Assert.Equal(areas.Select(area => IdsIn(area.GetProperty("parcels"))), boundaries.Select(area => IdsIn(area.GetProperty("parcels"))));
        Assert.Equal(SumsOf(proposed), SumsOf(review));
    }

    [Fact]
    public void Nothing_is_proposed_in_a_boundary_so_what_goes_is_unknown_and_never_kept()
    {
        Parcels("some.geojson", "parcel_id LIKE '0002-%'");

        var findings = JsonDocument.Parse(Review("some.geojson", "chongqing-2025", "--crs", "4490", "--json").Output).RootElement.GetProperty("findings");

        var demolition = findings.EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "demolition-ratio");
        Assert.Equal("unknown", demolition.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Object, demolition.GetProperty("reason").ValueKind);
    }

    [Fact]
    public void A_boundary_that_keeps_everything_ends_with_0()
    {
        Parcels("some.geojson", "parcel_id LIKE '0002-%'");

        var ending = Review("some.geojson", Pack(farmland: 1_000_000), "--crs", "4490");

        Assert.True(ending.Code == 0, ending.Error + ending.Output);
        Assert.Contains("符合 kept", ending.Output);
        Assert.Contains("不替代法定审查", ending.Output);
    }

    [Fact]
    public void A_boundary_without_any_parcel_keeps_nothing()
    {
        File.WriteAllText(_folder["sea.geojson"], """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"sea"},"geometry":{"type":"Polygon","coordinates":
            [[[106.0,29.0],[106.01,29.0],[106.01,29.01],[106.0,29.01],[106.0,29.0]]]}}]}
            """);

        var ending = Review("sea.geojson", Pack(farmland: 1_000_000), "--crs", "4490", "--json");

        Assert.Equal(1, ending.Code);
        Assert.Contains("no parcel of the city lies in it", ending.Error);
        var finding = JsonDocument.Parse(ending.Output).RootElement.GetProperty("findings")[0];
        Assert.Equal(("unknown", "no_parcel"), (finding.GetProperty("verdict").GetString(), finding.GetProperty("reason").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("nowhere.geojson", "--rules", "chongqing-2025")]
    [InlineData("some.geojson", "--rules", "nowhere-1999")]
    [InlineData("some.geojson")]
    public void Bad_input_ends_with_2_and_a_sentence(string areas, params string[] arguments)
    {
        Parcels("some.geojson", "parcel_id LIKE '0002-%'");

        var ending = Renewal.Run(["review", _folder[areas], "--city", Sample, "--crs", "4490", .. arguments]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("error:", ending.Error);
        Assert.DoesNotContain("fault of the program", ending.Error);
    }

    // The sums over land do not ask what is proposed for buildings: a plan and a review of its outlines agree.
    private static List<string> SumsOf(JsonElement document) =>
    [
        .. from finding in document.GetProperty("findings").EnumerateArray()
           let rule = finding.GetProperty("rule").GetString()
           where rule is "udb-inside" or "udb-elastic" or "udb-special" or "permanent-basic-farmland" or "ecological-red-line" or "district-undivided"
           select $"{rule} {finding.GetProperty("verdict").GetString()} {finding.GetProperty("measured").GetDouble():F3} {IdsIn(finding.GetProperty("evidence").GetProperty("parcels"))}",
    ];

    private static string IdsIn(JsonElement ids) => string.Join(' ', ids.EnumerateArray().Select(id => id.GetString()));

    private void Parcels(string name, string where) => TemporaryFolder.Run(
        "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-t_srs", "EPSG:4490", _folder[name], Sample, "-dialect", "sqlite",
        "-sql", $"SELECT 'north' AS id, ST_Union(geom) AS geom FROM parcels WHERE {where}");

    private string Pack(double farmland)
    {
        var path = _folder["own.yaml"];
        File.WriteAllText(path, $$"""
            pack: own-2026
            version: "1"
            title: One rule
            title_zh: 一条规则
            licence: CC0-1.0
            sources:
              - id: text
                title: 自拟条文
            parameters:
              most_farmland_m2:
                title: Farmland that may be taken
                title_zh: 可占用永久基本农田
                unit: m2
                value: {{farmland}}
                source: text
            rules:
              - id: farmland
                title: Little farmland
                title_zh: 少占农田
                scope: [area]
                strength: must
                citation: {source: text, clause: 第一条}
                sum:
                  of: {sum: land_in, layer: permanent_basic_farmland}
                  at_most: most_farmland_m2
            """);
        return path;
    }

    private Renewal.Ending Review(string areas, string rules, params string[] arguments) =>
        Renewal.Run(["review", _folder[areas], "--city", Sample, "--rules", rules, .. arguments]);
}
