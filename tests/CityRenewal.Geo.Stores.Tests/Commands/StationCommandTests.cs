using System.Text.Json;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>Stations come in as a layer of the city, and rules measure distances to them.</summary>
public sealed class StationCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stations_that_an_office_delivers_as_points_are_reached_by_rules_and_stay_in_the_cache()
    {
        File.Copy(Sample, _folder["city.gpkg"]);
        TemporaryFolder.Run(
            "ogr2ogr", "-f", "GeoJSON", _folder["轨道站点.geojson"], Sample, "-dialect", "sqlite", "-nln", "轨道站点", "-t_srs", "EPSG:4545", "-lco", "RFC7946=NO",
            "-sql", "SELECT '1号线-03' AS 站点编号, '较场口' AS 站点名称, ST_PointOnSurface(geom) AS geom FROM parcels WHERE parcel_id LIKE '0002-%' LIMIT 1");
        Assert.True(Renewal.Run("import", _folder["轨道站点.geojson"], "-o", _folder["city.gpkg"]) is { Code: 0 or 1 } imported, "");
        File.WriteAllText(_folder["near.yaml"], Pack);
        TemporaryFolder.Run(
            "ogr2ogr", "-f", "GPKG", _folder["area.gpkg"], Sample, "-dialect", "sqlite", "-nln", "areas",
            "-sql", "SELECT 'north' AS id, ST_Union(geom) AS geom FROM parcels WHERE parcel_id LIKE '0002-%'");

        foreach (var opening in (string[])["from the layers", "from the cache"])
        {
            var finding = Review("city.gpkg");
            Assert.Equal(("pass", 0.0), (finding.GetProperty("verdict").GetString(), finding.GetProperty("measured").GetDouble()));
            Assert.True(finding.GetProperty("evidence").GetProperty("others")[0].GetString() == "1号线-03", opening);
        }

        File.Copy(Sample, _folder["without.gpkg"]);
        Assert.Equal("unknown", Review("without.gpkg").GetProperty("verdict").GetString());
    }

    private JsonElement Review(string city) => JsonDocument.Parse(
        Renewal.Run("review", _folder["area.gpkg"], "--city", _folder[city], "--rules", _folder["near.yaml"], "--json").Output)
        .RootElement.GetProperty("findings")[0].Clone();

    private const string Pack = """
        pack: near-2026
        version: "1"
        title: One rule
        title_zh: 一条规则
        licence: CC0-1.0
        sources:
          - {id: text, title: 自拟条文}
        rules:
          - id: near-station
            title: Within 500 m of a station
            title_zh: 距车站 500 米内
            scope: [area]
            strength: must
            citation: {source: text, clause: 第一条}
            distance: {to: stations, at_most: 500}
        """;
}
