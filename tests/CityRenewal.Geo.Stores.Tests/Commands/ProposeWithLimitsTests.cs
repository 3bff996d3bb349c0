using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal propose --limits`: what a file asks for is kept or priced, what is wrong with it is told by line.</summary>
public sealed class ProposeWithLimitsTests : IDisposable
{
    private static readonly string Data = Path.Combine(Renewal.Checkout, "data");
    private static readonly string Sample = Path.Combine(Data, "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_example_is_kept_and_what_is_broken_at_a_price_is_taken_off_the_objective()
    {
        var plan = PlanOf(Propose(Path.Combine(Data, "limits.yaml")));
        var areas = plan.GetProperty("areas").EnumerateArray().ToList();

        Assert.InRange(areas.Count, 1, 6);
        Assert.True(areas.Sum(area => area.GetProperty("net_area_m2").GetDouble()) <= 900_000);
        var worth = areas.Sum(area => area.GetProperty("benefit").GetDouble() - (3 * area.GetProperty("perimeter_m").GetDouble()));
        var price = plan.TryGetProperty("priced_breaches", out var breaches)
            ? breaches.EnumerateArray().Sum(breach => breach.GetProperty("price_m2").GetDouble())
            : 0;
        Assert.Equal(worth - price, plan.GetProperty("objective").GetDouble(), 3);
        Assert.Equal(900_000, plan.GetProperty("limits").GetProperty("land_budget_m2").GetProperty("value").GetDouble());
        Assert.Equal(
            "900000", TemporaryFolder.Sql(_folder["plan.gpkg"], "SELECT value FROM parameters WHERE name = 'limits.land_budget_m2'"));
    }

    [Fact]
    public void The_example_fits_its_schema()
    {
        var ending = Renewal.Python("rule_packs.py", Path.Combine(Data, "rule-packs", "limits.schema.json"), Path.Combine(Data, "limits.yaml"));

        Assert.Equal("ok", ending.Output.Trim());
    }

    [Fact]
    public void Everything_that_is_wrong_in_a_city_is_told_by_line()
    {
        var ending = Propose(Write("spacing_m: 5\nmust_link:\n- [nobody, no one]\ncrossings:\n- {kind: wall, price: 1}"));

        Assert.Equal(2, ending.Code);
        Assert.Contains("limits.yaml:3:4", ending.Error, StringComparison.Ordinal);
        Assert.Contains("limits.yaml:3:12", ending.Error, StringComparison.Ordinal);
        Assert.Contains("limits.yaml:5:10", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_is_said_once()
    {
        var ending = Propose(Write("minimum_area_m2: 20000"), "--min-area", "3");

        Assert.Equal(2, ending.Code);
        Assert.Contains("--min-area", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_leave_nothing_are_named_with_the_change_that_frees_a_plan()
    {
        var plan = PlanOf(Propose(Write("minimum_area_m2: 350000")));

        Assert.Empty(plan.GetProperty("areas").EnumerateArray());
        var limit = plan.GetProperty("conflict").GetProperty("limits").EnumerateArray()
            .Single(one => one.GetProperty("limit").GetString() == "minimum_area_m2");
        var freeing = limit.GetProperty("freeing_value").GetString()!;
        Assert.NotEmpty(PlanOf(Propose(Write($"minimum_area_m2: {freeing}"))).GetProperty("areas").EnumerateArray());
    }

    private Renewal.Ending Propose(string limits, params string[] more) => Propose(limits, json: true, more);

    private Renewal.Ending Propose(string limits, bool json, params string[] more) =>
        Renewal.Run(["propose", Sample, "-o", _folder["plan.gpkg"], "--limits", limits, .. json ? ["--json"] : Array.Empty<string>(), .. more]);

    private string Write(string yaml)
    {
        File.WriteAllText(_folder["limits.yaml"], yaml);
        return _folder["limits.yaml"];
    }

    private static JsonElement PlanOf(Renewal.Ending ending)
    {
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return JsonDocument.Parse(ending.Output).RootElement.GetProperty("plans")[0];
    }
}
