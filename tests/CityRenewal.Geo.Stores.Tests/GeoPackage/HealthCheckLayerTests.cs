using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Formats;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>City health checks as a layer of the city file: problems as texts, the shortage as a number.</summary>
public sealed class HealthCheckLayerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Problems_and_shortages_survive_the_file_and_the_cache()
    {
        var layers = SampleCity.Of(new SampleOptions(300));
        var given = layers.Single(layer => layer.Name == LayerNames.HealthChecks);
        CityFile.Write(_folder["city.gpkg"], layers);

        var first = CityFile.Open(_folder["city.gpkg"]).City;
        var cached = CityFile.Open(_folder["city.gpkg"]).City;

        Assert.Equal(Rows(given), Rows(first.Layer(LayerNames.HealthChecks)));
        Assert.Equal(Rows(given), Rows(cached.Layer(LayerNames.HealthChecks)));
        Assert.Equal(["problems"], cached.Layer(LayerNames.HealthChecks).TextNames);
        Assert.Equal(first.DataVersion, cached.DataVersion);
    }

    [Fact]
    public void Another_problem_is_another_version_of_the_data()
    {
        CityFile.Write(_folder["city.gpkg"], SampleCity.Of(new SampleOptions(300)));
        var before = CityFile.Open(_folder["city.gpkg"]).City.DataVersion;

        TemporaryFolder.Edit(_folder["city.gpkg"], "UPDATE health_checks SET problems = '内涝' WHERE fid = 1");

        Assert.NotEqual(before, CityFile.Open(_folder["city.gpkg"]).City.DataVersion);
    }

    [Theory]
    [InlineData("城市体检指标")]
    [InlineData("社区体检指标2025")]
    public void A_table_of_a_health_check_is_known_by_its_name(string table)
    {
        var file = DeliveredSketch.Write(
            _folder[table + ".geojson"],
            [("编号", "T1"), ("层级", "社区"), ("社区名称", "石溪社区"), ("主要问题", "停车难;养老设施不足"), ("设施缺口率", 0.4)],
            [("编号", "T2"), ("层级", "街区"), ("社区名称", ""), ("主要问题", ""), ("设施缺口率", "")]);

        var layer = Assert.Single(LayerImport.Read(new ImportRequest([file])).Layers);

        Assert.Equal(LayerNames.HealthChecks, layer.Name);
        Assert.Equal(
            ["T1 community 石溪社区 停车难;养老设施不足 0.4", "T2 block   "],
            Enumerable.Range(0, 2).Select(row => string.Join(
                ' ', new[] { "zone_id", "kind", "name", "problems", "facilities_shortage" }.Select(name => layer.Column(name)!.TextOf(row)))));
    }

    private static List<(string, string, string, double)> Rows(SourceLayer layer)
    {
        var shortages = ((RealSource)layer.Column("facilities_shortage")!).Values;
        return [.. Enumerable.Range(0, layer.Shapes.Count)
            .Select(row => (layer.Column("zone_id")!.TextOf(row), layer.Column("name")!.TextOf(row), layer.Column("problems")!.TextOf(row), shortages[row]))
            .OrderBy(row => row.Item1, StringComparer.Ordinal)];
    }

    private static List<(string, string, string, double)> Rows(Zones zones) =>
    [
        .. Enumerable.Range(0, zones.Count)
            .Select(row => (zones.Ids[row], zones.Names[row], zones.Text("problems")[row], zones.Number("facilities_shortage")[row])),
    ];
}
