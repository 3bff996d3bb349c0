using System.Text.Json;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>A plan file keeps the limits that its plan was made under: every command on it works under them again.</summary>
public sealed class StoredLimitsTests : IDisposable
{
    private const string Limits = """
        most_areas: 6
        land_budget_m2: {value: 400000, price: 0.5}
        smallest_remainder_m2: {value: 2000, price: 0.5}
        rules:
        - id: old-stock
          title: At least a tenth of the floor area is older than 30 years
          share:
            above: {sum: floor_area, age_at_least: 30}
            below: {sum: floor_area}
            at_least: 0.1
          price: 0.1
        """;

    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_file_keeps_its_limits_and_its_own_rules()
    {
        var stored = Propose();

        Assert.Equal((new PricedLimit(6), new PricedLimit(400_000, 0.5)), (stored.Options.Limits.MostAreas, stored.Options.Limits.LandBudget));
        Assert.Contains("old-stock", stored.RequestRules, StringComparison.Ordinal);
        Assert.Contains("limits", TemporaryFolder.Sql(_folder["plan.gpkg"], "SELECT group_concat(name) FROM limits"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_plan_is_held_to_them_keeps_them_and_has_reasons()
    {
        var area = Propose().Areas[0];
        File.WriteAllLines(_folder["script.txt"], ["show", $"remove {area.Id} {area.Parcels[0]}", $"write {_folder["edited.gpkg"]}"]);
        var edited = Renewal.Run("edit", _folder["plan.gpkg"], "--city", Sample, "--script", _folder["script.txt"]);

        Assert.True(edited.Code is 0 or 1, edited.Error);
        Assert.DoesNotContain("warning", edited.Error, StringComparison.Ordinal);
        var again = PlanFile.Read(_folder["edited.gpkg"]);
        Assert.Equal(new PricedLimit(6), again.Options.Limits.MostAreas);
        Assert.Contains("old-stock", again.RequestRules, StringComparison.Ordinal);
        Assert.NotEqual("0", TemporaryFolder.Sql(_folder["edited.gpkg"], "SELECT count(reason) FROM area_parcels"));
    }

    [Fact]
    public void They_are_explained_and_a_limits_file_takes_their_place_and_says_so()
    {
        Propose();
        File.WriteAllText(_folder["other.yaml"], "most_areas: 9");
        var own = Renewal.Run("explain", _folder["plan.gpkg"], "--city", Sample, "--json");
        var other = Renewal.Run("explain", _folder["plan.gpkg"], "--city", Sample, "--json", "--limits", _folder["other.yaml"]);

        Assert.Equal(["land_budget_m2", "most_areas", "smallest_remainder_m2"], LimitsOf(own));
        Assert.Equal(["most_areas"], LimitsOf(other));
        Assert.Contains("takes the place of the limits", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_certificate_proves_the_bound_under_the_rules_of_its_request()
    {
        Propose("--certificate", _folder["plan.certificate"]);

        var verified = Renewal.Run("verify", _folder["plan.certificate"], "--city", Sample, "--json");
        Assert.True(verified.Code == 0, verified.Error + verified.Output);
    }

    [Fact]
    public void A_review_of_the_plan_holds_it_to_them()
    {
        Propose();
        var review = Renewal.Run(
            "review", _folder["plan.gpkg"], "--layer", "renewal_areas", "--city", Sample, "--rules", "chongqing-2025", "--json");

        Assert.True(review.Code is 0 or 1, review.Error);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(review.Output).RootElement.GetProperty("limits_broken").ValueKind);
    }

    [Fact]
    public void An_ensemble_places_it_among_plans_that_keep_them_too()
    {
        Propose();
        var drawn = Renewal.Run(
            "ensemble", Sample, "--review", _folder["plan.gpkg"], "--plans", "40", "--apart", "2", "-o", _folder["ensemble.svg"], "--json");

        Assert.True(drawn.Code is 0 or 1, drawn.Error);
        Assert.Contains("that the reviewed plan was made under hold", drawn.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> LimitsOf(Renewal.Ending explained)
    {
        Assert.True(explained.Code == 0, explained.Error);
        string[] ofRequest = ["land_budget_m2", "most_areas", "smallest_remainder_m2"];
        return JsonDocument.Parse(explained.Output).RootElement.GetProperty("areas")[0].GetProperty("limits").EnumerateArray()
            .Select(limit => limit.GetProperty("limit").GetString()).Where(name => ofRequest.Contains(name)).Distinct().Order(StringComparer.Ordinal);
    }

    private StoredPlan Propose(params string[] more)
    {
        File.WriteAllText(_folder["limits.yaml"], Limits);
        var ending = Renewal.Run(["propose", Sample, "-o", _folder["plan.gpkg"], "--limits", _folder["limits.yaml"], "--area-maps", "0", .. more]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return PlanFile.Read(_folder["plan.gpkg"]);
    }
}
