using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>One boundary drawn by hand across a core zone, the UDB and the river, against what is found there with shapely alone.</summary>
public sealed class HandDrawnBoundaryTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");
    private static readonly string Pack = Path.Combine(Renewal.Checkout, "data", "rule-packs", "chongqing-2025.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_boundary_across_a_core_zone_the_UDB_and_a_river_gets_exactly_the_findings_of_a_careful_person()
    {
        var careful = JsonDocument.Parse(Ran(Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]))).RootElement;

        var review = Review("chongqing-2025");

        Assert.Equal(Ids(careful.GetProperty("parcels")), Ids(review.GetProperty("boundaries")[0].GetProperty("parcels")));
        var open = review.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("verdict").GetString() is "fail" or "needs_approval")
            .ToDictionary(finding => finding.GetProperty("rule").GetString()!);
        var seen = careful.GetProperty("open").EnumerateObject().ToList();
        Assert.Equal(
            seen.Select(rule => rule.Name).Append("historic-districts-whole").Order(StringComparer.Ordinal), open.Keys.Order(StringComparer.Ordinal));
        Assert.All(seen, rule => Same(rule, open[rule.Name]));
        Assert.Contains("udb-inside", open.Keys);
        Assert.Contains("district-undivided", open.Keys);
    }

    [Fact]
    public void The_whole_second_opinion_agrees_on_it_rule_by_rule()
    {
        Ran(Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]));
        File.WriteAllText(_folder["review.json"], Review("chongqing-2025").GetRawText());

        var opinion = JsonDocument.Parse(Ran(Renewal.Python(
            "rule_opinion.py", Sample, _folder["hand.geojson"], _folder["review.json"], Pack, "2026"))).RootElement;

        Assert.Empty(opinion.GetProperty("differences").EnumerateArray().Select(difference => difference.GetString()));
    }

    [Fact]
    public void Where_a_pack_asks_for_one_piece_the_river_parts_it()
    {
        Ran(Renewal.Python("hand_outline.py", Sample, _folder["hand.geojson"]));

        var contiguous = Review("guizhou-2026").GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("rule").GetString() == "contiguous");

        Assert.Equal("fail", contiguous.GetProperty("verdict").GetString());
        Assert.True(contiguous.GetProperty("measured").GetDouble() >= 2);
    }

    private static void Same(JsonProperty careful, JsonElement ours)
    {
        var (verdict, measured, parcels) = (careful.Value[0], careful.Value[1].GetDouble(), careful.Value[2]);
        Assert.Equal(verdict.GetString(), ours.GetProperty("verdict").GetString());
        Assert.Equal(measured, ours.GetProperty("measured").GetDouble(), 0.02);
        if (parcels.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(Ids(parcels), Ids(ours.GetProperty("evidence").GetProperty("parcels")));
        }
    }

    private JsonElement Review(string pack)
    {
        var ending = Renewal.Run("review", _folder["hand.geojson"], "--city", Sample, "--crs", "4490", "--rules", pack, "--set", "encroachment_strip_m=1", "--year", "2026", "--json");
        Assert.True(ending.Code == 1, ending.Error);
        return JsonDocument.Parse(ending.Output).RootElement;
    }

    private static string Ids(JsonElement ids) => string.Join(' ', ids.EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal));

    private static string Ran(Renewal.Ending ending)
    {
        Assert.True(ending.Code == 0, ending.Error);
        return ending.Output;
    }
}
