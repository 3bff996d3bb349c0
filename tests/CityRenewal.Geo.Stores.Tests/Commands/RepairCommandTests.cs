using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal repair`: failing areas made to keep their rules.</summary>
public sealed class RepairCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_that_fails_a_stricter_pack_is_repaired_written_and_passes_review()
    {
        Propose();
        string[] strict = ["--rules", "chongqing-2025", "--set", "maximum_demolition_ratio=0.1"];
        Assert.NotEmpty(Failing(strict, "plan.gpkg"));

        var ending = Renewal.Run(["repair", _folder["plan.gpkg"], "--city", Sample, "-o", _folder["repaired.gpkg"], "--json", .. strict]);

        Assert.True(ending.Code == 1, ending.Error);
        var repairs = JsonDocument.Parse(ending.Output).RootElement.GetProperty("repairs").EnumerateArray()
            .Where(repair => repair.GetProperty("is_needed").GetBoolean()).ToList();
        Assert.All(repairs, repair => Assert.True(repair.GetProperty("review").GetProperty("holds").GetBoolean()));
        Assert.All(repairs, repair => Assert.True(repair.GetProperty("together").GetProperty("demolitions_given_up").GetArrayLength() > 0));
        Assert.Empty(Failing(strict, "repaired.gpkg"));
        Assert.True(File.Exists(_folder[$"repaired-{repairs[0].GetProperty("area").GetString()}.svg"]));
        Assert.Contains("renewal_areas", TemporaryFolder.Run("ogrinfo", "-q", _folder["repaired.gpkg"]));
    }

    [Fact]
    public void A_drawn_boundary_gets_a_price_for_every_rule_that_it_fails()
    {
        Assert.Equal(0, Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]).Code);

        var ending = Renewal.Run("repair", _folder["hand.geojson"], "--city", Sample, "--crs", "4490", "--rules", "chongqing-2025", "--year", "2026", "--json");

        Assert.True(ending.Code == 1, ending.Error);
        var repair = JsonDocument.Parse(ending.Output).RootElement.GetProperty("repairs")[0];
        var rules = repair.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);
        Assert.Equal(["district-undivided", "historic-districts-whole", "udb-inside"], rules.Keys.Order(StringComparer.Ordinal));
        var udb = rules["udb-inside"].GetProperty("change");
        Assert.True(udb.GetProperty("is_proven_least").GetBoolean());
        Assert.Equal(["0002-0009", "0002-0010"], udb.GetProperty("parcels_out").EnumerateArray().Select(id => id.GetString()));
        Assert.True(repair.GetProperty("review").GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void What_goes_in_a_drawn_boundary_is_unknown_and_not_nothing_in_the_file_that_is_written_and_when_it_is_opened_again()
    {
        Assert.Equal(0, Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]).Code);
        Renewal.Run(
            "repair", _folder["hand.geojson"], "--city", Sample, "--crs", "4490", "--rules", "chongqing-2025", "--year", "2026", "-o", _folder["drawn.gpkg"]);

        Assert.Equal("1", TemporaryFolder.Sql(_folder["drawn.gpkg"], "SELECT count(*) FROM renewal_areas WHERE demolition_ratio IS NULL"));
        var again = Renewal.Run("repair", _folder["drawn.gpkg"], "--city", Sample, "--rules", "chongqing-2025", "--json");
        var open = JsonDocument.Parse(again.Output).RootElement.GetProperty("repairs")[0].GetProperty("beyond_land").EnumerateArray();
        Assert.Contains("demolition-ratio", open.Select(finding => finding.GetProperty("rule").GetString()));
    }

    [Fact]
    public void The_table_says_that_it_is_an_aid_and_what_land_cannot_mend()
    {
        Assert.Equal(0, Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]).Code);

        var ending = Renewal.Run("repair", _folder["hand.geojson"], "--city", Sample, "--crs", "4490", "--rules", "chongqing-2025", "--year", "2026");

        Assert.Contains("不替代法定审查", ending.Output);
        Assert.Contains("须经同意", ending.Output);
        Assert.Contains("evidence is missing", ending.Output);
    }

    [Theory]
    [InlineData("plan.gpkg", "--area", "A999", "--rules", "chongqing-2025")]
    [InlineData("nowhere.geojson", "--rules", "chongqing-2025")]
    public void Bad_input_ends_with_2_and_a_sentence(string areas, params string[] arguments)
    {
        Propose();

        var ending = Renewal.Run(["repair", _folder[areas], "--city", Sample, .. arguments]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("error:", ending.Error);
        Assert.DoesNotContain("fault of the program", ending.Error);
    }

    private void Propose() => Assert.Equal(1, Renewal.Run(
        "propose", Sample, "--rules", "chongqing-2025", "--elective-purpose", "dangerous housing", "--area-maps", "0", "-o", _folder["plan.gpkg"]).Code);

    private List<string?> Failing(string[] rules, string plan)
    {
        var ending = Renewal.Run(["review", _folder[plan], "--city", Sample, "--json", .. rules]);
        return
        [
            .. JsonDocument.Parse(ending.Output).RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("verdict").GetString() == "fail").Select(finding => finding.GetProperty("rule").GetString()),
        ];
    }
}
