using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>
/// Every number of a plan under a rule pack and every finding (verdict, measured value with its ends, limit, reason, evidence,
/// strips, readings) is computed a second time by Python from the original layers and the text of the pack.
/// </summary>
public sealed class RuleSecondOpinionTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");
    private static readonly string Pack = Path.Combine(Renewal.Checkout, "data", "rule-packs", "chongqing-2025.yaml");
    private const string Strip = "encroachment_strip_m=1";

    private static readonly string Mapping = Path.Combine(Renewal.Checkout, "tests", "data", "mappings", "as-delivered.yaml");
    private static readonly string Delivered = Path.Combine(Renewal.Checkout, "tests", "data", "as-delivered");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--elective-purpose", "dangerous housing")]
    [InlineData("--elective-purpose", "fire lane", "--set", "largest_demolition_block_m2=20000")]
    public void The_sample_city_under_rules_agrees_and_keeps_what_a_plan_promises(params string[] options)
    {
        // The pack that the second opinion reads must say what the user sets.
        var found = Agrees(Sample, SetBlock(options), options);

        Assert.True(found.GetProperty("areas").GetInt32() >= 2);
        Assert.True(found.GetProperty("checked").GetInt32() > 1_000);
    }

    [Fact]
    public void The_city_as_delivered_agrees_and_just_the_rules_whose_layer_is_missing_are_unknown_for_that()
    {
        var city = Import(Mapping, Directory.GetFiles(Delivered));

        var found = Agrees(city, Pack, "--need-threshold", "0.35", "--year", "2026", "--elective-purpose", "dangerous housing");

        Assert.True(found.GetProperty("areas").GetInt32() >= 1);
        Assert.Equal(
            "blue-line-footprints district-undivided ecological-red-line flood-risk geological-hazard must-not-nature parks permanent-basic-farmland",
            MissingALayer());
    }

    [Fact]
    public void Of_parcels_and_buildings_alone_the_rules_that_need_no_more_are_judged()
    {
        var lines = File.ReadLines(Mapping).TakeWhile(line => !line.Contains("Urban development boundary", StringComparison.Ordinal));
        File.WriteAllLines(_folder["bare.yaml"], lines);
        var files = Directory.GetFiles(Delivered).Where(file => Path.GetFileName(file) is "ZDJBXX.shp" or "fangwu.geojson");

        var found = Agrees(Import(_folder["bare.yaml"], [.. files]), Pack, "--need-threshold", "0.35", "--year", "2026");

        Assert.True(found.GetProperty("areas").GetInt32() >= 1);
        Assert.Equal(
            "blue-line-footprints core-zone-demolition district-undivided ecological-red-line flood-risk geological-hazard historic-districts-whole "
            + "must-not-buildings must-not-nature old-trees parks permanent-basic-farmland protected-buildings-stay udb-elastic udb-inside udb-special water-footprints",
            MissingALayer());
    }

    [Fact]
    public void The_county_town_agrees_and_what_its_registers_do_not_know_stays_unknown()
    {
        Assert.Equal(0, Renewal.Run("sample", "--county", "--parcels", "800", "--seed", "3", "-o", _folder["county.gpkg"]).Code);

        var found = Agrees(_folder["county.gpkg"], Pack, "--elective-purpose", "dangerous housing");

        Assert.True(found.GetProperty("areas").GetInt32() >= 1);
        Assert.Equal("", MissingALayer());
        Assert.True(found.GetProperty("verdicts").TryGetProperty("category-known unknown", out _), found.ToString());
    }

    [Fact]
    public void Outlines_drawn_by_hand_break_the_rules_that_the_second_opinion_says_they_break()
    {
        Ran(Renewal.Python("bad_outlines.py", Sample, _folder["bad.geojson"]));
        var review = Renewal.Run("review", _folder["bad.geojson"], "--city", Sample, "--crs", "4490", "--rules", "chongqing-2025", "--set", Strip, "--json");
        Assert.Equal(1, review.Code);
        File.WriteAllText(_folder["review.json"], review.Output);

        var verdicts = Opinion("rule_opinion.py", Sample, _folder["bad.geojson"], _folder["review.json"], Pack, "2026").GetProperty("verdicts");

        foreach (var broken in (string[])[
            "permanent-basic-farmland fail", "ecological-red-line fail", "udb-inside fail", "district-undivided fail",
            "historic-districts-whole fail", "built-up-only fail", "udb-elastic needs_approval", "udb-special needs_approval",
            "flood-risk needs_approval", "geological-hazard needs_approval", "demolition-ratio unknown"])
        {
            Assert.True(verdicts.TryGetProperty(broken, out _), broken);
        }
    }

    [Fact]
    public void A_plan_that_is_broken_in_any_place_is_noticed()
    {
        Propose(Sample, "--elective-purpose", "dangerous housing");

        var found = JsonDocument.Parse(Ran(Renewal.Python(
            "rule_mutations.py", Sample, _folder["plan.gpkg"], _folder["plan.json"], Pack, "2026"))).RootElement;

        Assert.Equal(0, found.GetProperty("untouched").GetArrayLength());
        Assert.True(found.GetProperty("noticed").EnumerateObject().Count() >= 10);
        Assert.All(found.GetProperty("noticed").EnumerateObject(), mutation => Assert.True(mutation.Value.GetArrayLength() > 0, mutation.Name));
    }

    private JsonElement Agrees(string city, string pack, params string[] options)
    {
        Propose(city, options);
        Opinion("second_opinion.py", city, _folder["plan.gpkg"], _folder["plan.json"], "2026", pack);
        return Opinion("rule_opinion.py", city, _folder["plan.gpkg"], _folder["plan.json"], pack, "2026");
    }

    private void Propose(string city, params string[] options)
    {
        var proposal = Renewal.Run(["propose", city, "--rules", "chongqing-2025", "--set", Strip, "-o", _folder["plan.gpkg"], "--area-maps", "0", "--json", .. options]);
        Assert.True(proposal.Code == 1, proposal.Error);
        File.WriteAllText(_folder["plan.json"], proposal.Output);
    }

    private static JsonElement Opinion(string script, params string[] arguments)
    {
        var found = JsonDocument.Parse(Ran(Renewal.Python(script, arguments))).RootElement;
        Assert.Empty(found.GetProperty("differences").EnumerateArray().Select(difference => difference.GetString()));
        return found;
    }

    private static string Ran(Renewal.Ending ending)
    {
        Assert.True(ending.Code == 0, ending.Error);
        return ending.Output;
    }

    private string Import(string mapping, string[] files)
    {
        var ending = Renewal.Run(["import", .. files, "--map", mapping, "-o", _folder["city.gpkg"]]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return _folder["city.gpkg"];
    }

    // A pack of its own beside copies of the shipped ones, with the numbers that the options set.
    private string SetBlock(string[] options)
    {
        if (options.FirstOrDefault(option => option.StartsWith("largest_demolition_block_m2=", StringComparison.Ordinal)) is not { } set)
        {
            return Pack;
        }

        foreach (var shipped in Directory.GetFiles(Path.GetDirectoryName(Pack)!, "*.yaml"))
        {
            File.Copy(shipped, _folder[Path.GetFileName(shipped)]);
        }

        File.WriteAllText(_folder["own.yaml"], $"extends: [chongqing-2025]\nparameters: {{largest_demolition_block_m2: {{value: {set.Split('=')[1]}}}}}\n");
        return _folder["own.yaml"];
    }

    private string MissingALayer() => string.Join(' ', JsonDocument.Parse(File.ReadAllText(_folder["plan.json"])).RootElement
        .GetProperty("plans")[0].GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("reason") is { ValueKind: JsonValueKind.Object } reason && reason.GetProperty("code").GetString() == "missing_layer")
        .Select(finding => finding.GetProperty("rule").GetString()).Distinct().Order(StringComparer.Ordinal));
}
