using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal propose --rules`: every rule on every area, with evidence, in JSON, GeoPackage and maps.</summary>
public sealed class ProposeUnderRulesTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_rule_is_told_of_every_area_and_what_must_be_looked_at_ends_with_1()
    {
        var ending = Propose("plan.gpkg", "--json");

        Assert.Equal(1, ending.Code);
        var plan = PlanOf(ending);
        var rules = JsonDocument.Parse(Renewal.Run("rules", "show", "chongqing-2025", "--json").Output).RootElement.GetProperty("rules");
        var findings = plan.GetProperty("findings").EnumerateArray().ToList();

        // Whether land is held twice is a question of boundaries from anyone: areas of one search never share any.
        var ofOneArea = rules.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!)
            .Count(rule => rule != "project-in-area" && !rule.EndsWith("-apart", StringComparison.Ordinal));
        Assert.Equal(plan.GetProperty("areas").GetArrayLength() * ofOneArea, findings.Count);
        Assert.Equal("chongqing-2025", plan.GetProperty("rules").GetProperty("id").GetString());
        Assert.Equal("rent-growth", plan.GetProperty("monitored")[0].GetProperty("id").GetString());
        Assert.DoesNotContain(findings, finding => finding.GetProperty("verdict").GetString() == "fail");
        Assert.All(findings, AssertWhole);
    }

    [Fact]
    public void A_share_is_its_numerator_over_its_denominator()
    {
        var shares = PlanOf(Propose("plan.gpkg", "--json", "--elective-purpose", "fire lane")).GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == "demolition-ratio").ToList();

        Assert.NotEmpty(shares);
        foreach (var share in shares)
        {
            var evidence = share.GetProperty("evidence");
            var quotient = evidence.GetProperty("numerator").GetDouble() / evidence.GetProperty("denominator").GetDouble();
            Assert.Equal(quotient, share.GetProperty("measured").GetDouble(), 1e-9);
            Assert.Equal(0.2, share.GetProperty("limit").GetDouble());
            Assert.Contains("63号", share.GetProperty("citation").GetProperty("number").GetString());
        }
    }

    [Fact]
    public void Without_rules_nothing_is_said_of_rules()
    {
        var ending = Renewal.Run("propose", Sample, "-o", _folder["plan.gpkg"], "--json");

        Assert.Equal(0, ending.Code);
        foreach (var name in (string[])["rules", "monitored", "findings"])
        {
            Assert.False(PlanOf(ending).TryGetProperty(name, out _), name);
        }

        Assert.Equal("0", TemporaryFolder.Sql(_folder["plan.gpkg"], "SELECT count(*) FROM gpkg_contents WHERE table_name IN ('findings', 'rules', 'monitored')"));
        Assert.False(Directory.Exists(_folder["plan-areas"]));
    }

    [Fact]
    public void A_number_that_the_user_sets_is_in_force_everywhere_and_called_assumed()
    {
        var ending = Propose("plan.gpkg", "--json", "--set", "largest_demolition_block_m2=5000");

        var plan = PlanOf(ending);
        var parameter = plan.GetProperty("rules").GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "largest_demolition_block_m2");
        Assert.Equal((5000, "m2", true), (parameter.GetProperty("value").GetDouble(), parameter.GetProperty("unit").GetString(), parameter.GetProperty("assumed").GetBoolean()));
        Assert.All(
            plan.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == "demolition-block"),
            finding => Assert.Equal(5000, finding.GetProperty("limit").GetDouble()));
        Assert.Equal("5000|m2|yes", TemporaryFolder.Sql(_folder["plan.gpkg"], "SELECT value, unit, assumed FROM parameters WHERE name = 'largest_demolition_block_m2'"));
    }

    [Theory]
    [InlineData("--rules", "nowhere-1999")]
    [InlineData("--rules", "chongqing-2025", "--set", "no_such_number=1")]
    [InlineData("--rules", "chongqing-2025", "--set", "maximum_demolition_ratio")]
    [InlineData("--set", "maximum_demolition_ratio=0.1")]
    public void Rules_that_cannot_be_read_end_with_2_before_any_work(params string[] arguments)
    {
        var ending = Renewal.Run(["propose", Sample, "-o", _folder["plan.gpkg"], .. arguments]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("error:", ending.Error);
        Assert.DoesNotContain("fault of the program", ending.Error);
        Assert.False(File.Exists(_folder["plan.gpkg"]));
    }

    [Fact]
    public void Plan_and_maps_are_the_same_for_any_number_of_threads()
    {
        var one = Propose("one.gpkg", "--threads", "1", "--json");
        var two = Propose("two.gpkg", "--threads", "2", "--json");

        Assert.Equal(one.Output, two.Output);
        Assert.Equal(Renewal.Run("dump", _folder["one.gpkg"], "--hash").Output, Renewal.Run("dump", _folder["two.gpkg"], "--hash").Output);
        var maps = Directory.GetFiles(_folder["one-areas"]).Order().ToList();
        Assert.NotEmpty(maps);
        Assert.All(maps, map => Assert.Equal(File.ReadAllText(map), File.ReadAllText(Path.Combine(_folder["two-areas"], Path.GetFileName(map)))));
    }

    [Fact]
    public void Fewer_maps_are_said_and_those_of_an_earlier_plan_go_while_other_files_stay()
    {
        Directory.CreateDirectory(_folder["plan-areas"]);
        File.WriteAllText(Path.Combine(_folder["plan-areas"], "A999.svg"), "old");
        File.WriteAllText(Path.Combine(_folder["plan-areas"], "notes.svg"), "mine");

        var ending = Propose("plan.gpkg", "--area-maps", "1");

        Assert.Contains("maps of the 1 largest of", ending.Output);
        Assert.Equal(["A001.svg", "notes.svg"], Directory.GetFiles(_folder["plan-areas"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_town_that_lacks_layers_is_told_which_rules_nobody_could_judge()
    {
        TemporaryFolder.Run("ogr2ogr", "-f", "GPKG", _folder["few.gpkg"], Sample, "parcels", "buildings");

        var ending = Renewal.Run("propose", _folder["few.gpkg"], "--year", "2026", "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--json");

        Assert.True(ending.Code == 1, ending.Error);
        var plan = PlanOf(ending);
        var note = Assert.Single(plan.GetProperty("notes").EnumerateArray(), note => note.GetProperty("code").GetString() == "rules_not_judged");
        Assert.Contains("protected-buildings-stay, old-trees (protected_items)", note.GetProperty("text").GetString());
        Assert.Contains("缺少图层无法核对", note.GetProperty("text_chinese").GetString());
        var missing = plan.GetProperty("findings").EnumerateArray().Where(finding => ReasonOf(finding) == "missing_layer").ToList();
        Assert.Contains(missing, finding => finding.GetProperty("rule").GetString() == "udb-inside");
        Assert.All(missing, finding => Assert.Equal("unknown", finding.GetProperty("verdict").GetString()));
    }

    private static string? ReasonOf(JsonElement finding) =>
        finding.GetProperty("reason") is { ValueKind: JsonValueKind.Object } reason ? reason.GetProperty("code").GetString() : null;

    private static void AssertWhole(JsonElement finding)
    {
        foreach (var name in (string[])["area", "rule", "title", "title_chinese", "strength", "wording", "wording_chinese", "sense"])
        {
            Assert.False(string.IsNullOrEmpty(finding.GetProperty(name).GetString()), name);
        }

        foreach (var name in (string[])["project", "measured", "measured_low", "measured_high", "limit", "unit", "assumptions", "readings"])
        {
            Assert.True(finding.TryGetProperty(name, out _), name);
        }

        var citation = finding.GetProperty("citation");
        Assert.False(string.IsNullOrEmpty(citation.GetProperty("title").GetString()));
        foreach (var name in (string[])["numerator", "denominator", "parcels", "buildings", "strips", "strip_area_m2", "others"])
        {
            Assert.True(finding.GetProperty("evidence").TryGetProperty(name, out _), name);
        }

        var verdict = finding.GetProperty("verdict").GetString();
        Assert.True(verdict is null or "pass" or "marginal" or "needs_approval" or "unknown", verdict);
        if (verdict is null or "unknown")
        {
            Assert.Equal(JsonValueKind.Object, finding.GetProperty("reason").ValueKind);
        }
    }

    private Renewal.Ending Propose(string plan, params string[] arguments) =>
        Renewal.Run(["propose", Sample, "--rules", "chongqing-2025", "-o", _folder[plan], .. arguments]);

    private static JsonElement PlanOf(Renewal.Ending ending) => JsonDocument.Parse(ending.Output).RootElement.GetProperty("plans")[0];
}
