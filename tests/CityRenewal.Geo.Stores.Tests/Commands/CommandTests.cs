using System.Diagnostics;
using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What scripts rely on: exit codes, stdout that holds the document only, files that are whole or not there.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-commands").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_committed_sample_is_what_the_command_makes()
    {
        var made = InFolder("city.gpkg");

        Assert.Equal(0, Renewal.Run("sample", "--parcels", "1000", "--seed", "7", "-o", made).Code);

        Assert.Equal(Renewal.Run("dump", Sample, "--hash").Output, Renewal.Run("dump", made, "--hash").Output);
        Assert.True(new FileInfo(Sample).Length <= 2_000_000);
    }

    [Fact]
    public void Propose_prints_one_JSON_document_in_the_words_of_the_contract()
    {
        var ending = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--json");

        Assert.Equal(0, ending.Code);
        var plan = JsonDocument.Parse(ending.Output).RootElement.GetProperty("plans")[0];
        foreach (var name in (string[])["objective", "bound", "gap", "lambda", "seed", "areas"])
        {
            Assert.True(plan.TryGetProperty(name, out _), name);
        }

        var area = plan.GetProperty("areas")[0];
        foreach (var name in (string[])["id", "gross_area_m2", "net_area_m2", "perimeter_m", "parcels", "demolition_ratio", "elective_demolition_floor_area_m2", "existing_floor_area_m2", "polsby_popper", "need"])
        {
            Assert.True(area.TryGetProperty(name, out _), name);
        }

        Assert.InRange(plan.GetProperty("chosen_share").GetDouble(), 0.05, 0.30);
        Assert.True(File.Exists(InFolder("plan.gpkg")) && File.Exists(InFolder("plan.svg")));
    }

    [Fact]
    public void Wrong_limits_are_all_told_under_the_names_of_the_command_line()
    {
        var ending = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--min-area", "50", "--need-threshold", "2", "--elective-limit", "0.1");

        Assert.Equal(2, ending.Code);
        Assert.Contains("--min-area", ending.Error);
        Assert.Contains("--need-threshold", ending.Error);
        Assert.Contains("--elective-purpose", ending.Error);
        Assert.DoesNotContain("minimum_area_m2", ending.Error);
    }

    [Fact]
    public void The_same_plan_comes_out_for_any_number_of_threads()
    {
        var one = Renewal.Run("propose", Sample, "-o", InFolder("one.gpkg"), "--threads", "1", "--json");
        var two = Renewal.Run("propose", Sample, "-o", InFolder("two.gpkg"), "--threads", "2", "--json");

        Assert.Equal(one.Output, two.Output);
        Assert.Equal(Renewal.Run("dump", InFolder("one.gpkg"), "--hash").Output, Renewal.Run("dump", InFolder("two.gpkg"), "--hash").Output);
    }

    [Fact]
    public void Overlay_and_graph_write_the_columns_of_the_contract()
    {
        Assert.Equal(0, Renewal.Run("overlay", Sample, "-o", InFolder("facts.csv")).Code);
        Assert.Equal(0, Renewal.Run("graph", Sample, "-o", InFolder("graph.csv")).Code);

        var facts = File.ReadLines(InFolder("facts.csv")).First().Split(',');
        foreach (var name in (string[])["parcel_id", "area_m2", "udb_area_m2", "udb_share", "historic_core_area_m2", "historic_control_area_m2", "floor_area_m2", "buildings"])
        {
            Assert.Contains(name, facts);
        }

        Assert.Equal("a,b,shared_length_m,facing_length_m,barrier", File.ReadLines(InFolder("graph.csv")).First());
        Assert.Equal(1001, File.ReadLines(InFolder("facts.csv")).Count());
    }

    [Fact]
    public void The_ledger_of_the_sample_balances_to_zero()
    {
        var ending = Renewal.Run("check", Sample, "--json");

        var ledger = JsonDocument.Parse(ending.Output).RootElement.GetProperty("ledger");
        Assert.Equal(0, ledger.GetProperty("residual_m2").GetDouble());
        var plane = ledger.GetProperty("study_area_m2").GetDouble();
        Assert.Equal(plane, ledger.GetProperty("study_area_ellipsoidal_m2").GetDouble(), plane * 1e-6);
    }

    [Fact]
    public void Outlines_are_measured_with_and_without_a_city()
    {
        var outline = InFolder("areas.geojson");
        File.WriteAllText(outline, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"old quarter"},"geometry":{"type":"Polygon","coordinates":
            [[[106.54,29.55],[106.56,29.55],[106.56,29.57],[106.54,29.57],[106.54,29.55]]]}}]}
            """);

        var alone = JsonDocument.Parse(Renewal.Run("measure", outline, "--json").Output).RootElement.GetProperty("outlines")[0];
        var onCity = JsonDocument.Parse(Renewal.Run("measure", outline, "--city", Sample, "--json").Output).RootElement.GetProperty("outlines")[0];

        Assert.Equal("old quarter", alone.GetProperty("id").GetString());
        Assert.InRange(alone.GetProperty("polsby_popper").GetDouble(), 0.7, 0.8);
        Assert.True(onCity.GetProperty("buildings").GetDouble() > 100);
        Assert.Equal(JsonValueKind.Null, onCity.GetProperty("demolition_ratio").ValueKind);
        Assert.NotEmpty(onCity.GetProperty("demolition_ratio_why_not").GetString()!);
    }

    [Fact]
    public void An_outline_that_crosses_itself_is_measured_by_the_even_odd_rule_and_named()
    {
        var outline = InFolder("bow.geojson");
        File.WriteAllText(outline, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"bow"},"geometry":{"type":"Polygon","coordinates":
            [[[106.54,29.55],[106.56,29.57],[106.56,29.55],[106.54,29.57],[106.54,29.55]]]}}]}
            """);

        var ending = Renewal.Run("measure", outline, "--json");

        Assert.Equal(1, ending.Code);
        Assert.Contains("crosses itself", ending.Error);
        var bow = JsonDocument.Parse(ending.Output).RootElement.GetProperty("outlines")[0];
        Assert.InRange(bow.GetProperty("area_m2").GetDouble(), 2.0e6, 2.3e6);
    }

    [Fact]
    public void An_outline_as_wide_as_a_continent_is_named_and_what_to_check_is_said()
    {
        var outline = InFolder("wide.geojson");
        File.WriteAllText(outline, """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"wide"},"geometry":{"type":"Polygon","coordinates":
            [[[60,10],[120,10],[120,60],[60,60],[60,10]]]}}]}
            """);

        var ending = Renewal.Run("measure", outline, "--json");

        Assert.Equal(1, ending.Code);
        Assert.Contains("error: wide: it has no place", ending.Error);
        Assert.Contains("--crs", ending.Error);
        var wide = JsonDocument.Parse(ending.Output).RootElement.GetProperty("outlines")[0];
        Assert.Equal(JsonValueKind.Null, wide.GetProperty("area_m2").ValueKind);
        Assert.Contains("no place", wide.GetProperty("area_m2_why_not").GetString());
    }

    [Theory]
    [InlineData("propose", "nowhere.gpkg")]
    [InlineData("import", "nowhere.shp")]
    [InlineData("measure", "nowhere.geojson")]
    [InlineData("sample", "--parcels", "3")]
    [InlineData("serve", "--city", "nowhere.gpkg")]
    [InlineData("overlay")]
    public void Bad_input_ends_with_2_a_sentence_and_no_stack_trace(params string[] arguments)
    {
        var ending = Renewal.Run(arguments);

        Assert.Equal(2, ending.Code);
        Assert.Empty(ending.Output);
        Assert.Contains("error:", ending.Error);
        Assert.DoesNotContain("   at ", ending.Error);
        Assert.DoesNotContain("fault of the program", ending.Error);
    }

    [Fact]
    public void Numbers_that_no_search_can_work_with_are_told_together()
    {
        var ending = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--alternatives", "0", "--deadline", "-1", "--work", "soon");

        Assert.Equal(2, ending.Code);
        Assert.All(["--alternatives", "--deadline", "--work"], (string option) => Assert.Contains($"error: {option}", ending.Error));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told_before_any_work()
    {
        var ending = Renewal.Run("propose", "nowhere.gpkg", "-o", InFolder("missing/plan.gpkg"), "--svg", InFolder("gone/plan.svg"));

        Assert.Equal(2, ending.Code);
        Assert.Contains("--output", ending.Error);
        Assert.Contains("--svg", ending.Error);
        Assert.DoesNotContain("nowhere.gpkg", ending.Error);
    }

    [Fact]
    public void All_options_that_contradict_are_named_at_once()
    {
        var ending = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--lambda", "-1", "--min-area", "9", "--max-area", "3");

        Assert.Equal(2, ending.Code);
        Assert.Contains("--lambda", ending.Error);
        Assert.Contains("--min-area", ending.Error);
        Assert.False(File.Exists(InFolder("plan.gpkg")));
    }

    [Fact]
    public void A_cancelled_command_ends_with_130_and_leaves_no_file()
    {
        var target = InFolder("large.gpkg");
        using var process = Renewal.Start("sample", "--parcels", "400000", "-o", target);
        Thread.Sleep(2500);
        Assert.False(process.HasExited);

        Process.Start("kill", ["-INT", process.Id.ToString()])!.WaitForExit();
        Assert.True(process.WaitForExit(30_000));

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_demo_writes_all_its_results()
    {
        var ending = Renewal.Run("demo", "--no-serve", "-o", InFolder("demo"));

        Assert.True(ending.Code == 0, ending.Error);
        foreach (var name in (string[])["city.gpkg", "defects.gpkg", "plan.gpkg", "map.svg", "plan.json", "facts.csv", "graph.csv"])
        {
            Assert.True(File.Exists(Path.Combine(InFolder("demo"), name)), name);
        }

        Assert.Contains("不替代法定审查", ending.Output);
    }

    [Fact]
    public void The_demo_serves_until_it_is_interrupted_and_then_ends_with_0()
    {
        using var process = Renewal.Start("demo", "-o", InFolder("demo"));
        string? line;
        do
        {
            line = process.StandardOutput.ReadLine();
        }
        while (line is not null && !line.StartsWith("Ctrl+C", StringComparison.Ordinal));
        Assert.NotNull(line);

        Process.Start("kill", ["-INT", process.Id.ToString()])!.WaitForExit();
        Assert.True(process.WaitForExit(30_000));

        Assert.Equal(0, process.ExitCode);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);
}
