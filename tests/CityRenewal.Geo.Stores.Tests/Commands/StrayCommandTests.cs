using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Reviews;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>Layers that were drawn with a known stray, imported, checked and reviewed as real ones are.</summary>
public sealed class StrayCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.6, 3)]
    [InlineData(2, 7)]
    [InlineData(3, 11)]
    public void Imported_layers_tell_how_far_they_were_drawn_off_and_only_real_encroachments_fail(double stray, int seed)
    {
        var town = new StrayTown(1500, seed, stray);
        ForeignTown.Write(_folder["drawn.gpkg"], [.. town.Layers]);
        Assert.Equal(0, Renewal.Run("import", _folder["drawn.gpkg"], "-o", _folder["city.gpkg"]).Code);

        var told = ToleranceOfUdb();

        Assert.InRange(told, 0.7 * town.Truth, 1.4 * town.Truth);
        var review = Review(town);
        Assert.Equal([town.Planted], Verdicts(review, "fail"));
        var strips = review.Where(finding => finding.GetProperty("evidence").GetProperty("strips").GetArrayLength() > 0).ToList();
        Assert.True(strips.Count > 50, $"{strips.Count} strips");
        Assert.All(strips, finding =>
        {
            Assert.Equal("pass", finding.GetProperty("verdict").GetString());
            Assert.Equal(told, finding.GetProperty("evidence").GetProperty("tolerance_m").GetDouble(), 1e-9);
        });
    }

    private double ToleranceOfUdb()
    {
        var ending = Renewal.Run("check", _folder["city.gpkg"], "--json");
        return JsonDocument.Parse(ending.Output).RootElement.GetProperty("tolerances").EnumerateArray()
            .Single(pair => pair.GetProperty("layer").GetString() == LayerNames.Udb).GetProperty("tolerance_m").GetDouble();
    }

    // Every parcel that was meant to lie inside is a boundary of its own.
    private List<JsonElement> Review(StrayTown town)
    {
        var meant = new Cities.CityWork(town.Meant).Facts();
        var inside = Enumerable.Range(0, town.Meant.Parcels.Count).Where(row => meant.OutsideUdb!.IsInside(row, 0.1))
            .Select(row => $"'{town.Meant.Parcels.Ids[row]}'");
        TemporaryFolder.Run(
            "ogr2ogr", "-f", "GPKG", _folder["areas.gpkg"], _folder["city.gpkg"], "-nln", "areas",
            "-sql", $"SELECT parcel_id AS id, geom FROM parcels WHERE parcel_id IN ({string.Join(',', inside)})");
        var ending = Renewal.Run("review", _folder["areas.gpkg"], "--city", _folder["city.gpkg"], "--rules", "chongqing-2025", "--year", "2026", "--json");
        Assert.True(ending.Code == 1, ending.Error);
        return [.. JsonDocument.Parse(ending.Output).RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == "udb-inside")];
    }

    private static List<string> Verdicts(List<JsonElement> findings, string verdict) =>
        [.. findings.Where(finding => finding.GetProperty("verdict").GetString() == verdict).Select(finding => finding.GetProperty("area").GetString()!)];
}
