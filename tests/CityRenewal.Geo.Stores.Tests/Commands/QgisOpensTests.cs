using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>QGIS itself opens what the commands write: every layer valid, styled and drawn.</summary>
public sealed class QgisOpensTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-qgis").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void QGIS_opens_every_layer_of_a_city_with_its_style()
    {
        var layers = Open(Sample);

        foreach (var name in LayerNames.All.Except([LayerNames.Stations]))
        {
            AssertStyled(layers[name]);
        }

        Assert.Contains("集中建设区 Concentrated", SymbolsOf(layers[LayerNames.Udb]));
    }

    [Fact]
    public void QGIS_opens_a_plan_with_its_style()
    {
        var plan = Path.Combine(_folder, "plan.gpkg");
        Assert.Equal(0, Renewal.Run("propose", Sample, "-o", plan).Code);

        var layers = Open(plan);

        foreach (var name in (string[])["renewal_areas", "area_parcels", "dispositions"])
        {
            AssertStyled(layers[name]);
        }

        Assert.Contains("改造 Renovate", SymbolsOf(layers["dispositions"]));
    }

    [Fact]
    public void QGIS_opens_the_findings_of_a_plan_under_rules_by_verdict()
    {
        var plan = Path.Combine(_folder, "plan.gpkg");
        Assert.Equal(1, Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "--area-maps", "0", "-o", plan).Code);

        var layers = Open(plan);

        AssertStyled(layers["findings"]);
        Assert.Contains("须经同意 Needs approval", SymbolsOf(layers["findings"]));
        foreach (var table in (string[])["parameters", "rules", "monitored", "run_record"])
        {
            Assert.True(layers[table].GetProperty("features").GetInt32() > 0, table);
        }
    }

    [Fact]
    public void QGIS_opens_reasons_by_their_colours_and_the_tables_with_them()
    {
        var (plan, reasons) = (Path.Combine(_folder, "plan.gpkg"), Path.Combine(_folder, "reasons.gpkg"));
        Renewal.Run("propose", Sample, "-o", plan);
        Assert.Equal(0, Renewal.Run("explain", plan, "--city", Sample, "-o", reasons).Code);

        var layers = Open(reasons);

        AssertStyled(layers["parcel_reasons"]);
        Assert.Contains("不纳入:需求不足 out: need too low", SymbolsOf(layers["parcel_reasons"]));
        Assert.True(layers["area_stops"].GetProperty("features").GetInt32() > 0);
    }

    [Fact]
    public void QGIS_opens_every_table_that_it_lists_of_a_city_with_a_history()
    {
        var city = Path.Combine(_folder, "city.gpkg");
        File.Copy(Sample, city);
        var water = CityFile.ReadLayers(city).Single(layer => layer.Name == LayerNames.Water);
        var moved = new SourceLayer
        {
            Name = water.Name, Epsg = water.Epsg, Columns = water.Columns,
            Shapes = water.Shapes.WithCoordinates([.. water.Shapes.X.Select(x => x + 1)], water.Shapes.Y),
        };
        Assert.Single(CityFile.Update(city, [moved]));

        var layers = Open(city);

        Assert.Equal(2, layers["water_history"].GetProperty("features").GetInt32());
        Assert.Equal(1, layers["schema_version"].GetProperty("features").GetInt32());
    }

    [Fact]
    public void QGIS_opens_every_table_that_it_lists_of_a_check()
    {
        var check = Path.Combine(_folder, "defects.gpkg");
        Renewal.Run("check", Sample, "-o", check);

        Assert.Contains("defects", Open(check).Keys);
    }

    private static void AssertStyled(JsonElement layer)
    {
        var name = layer.GetProperty("name").GetString();
        Assert.True(layer.GetProperty("valid").GetBoolean(), $"{name} is valid");
        Assert.True(layer.GetProperty("styled").GetBoolean(), $"{name} has a style that QGIS takes");
        Assert.True(layer.GetProperty("features").GetInt32() > 0, $"{name} has features");
        Assert.StartsWith("EPSG:", layer.GetProperty("crs").GetString(), StringComparison.Ordinal);
    }

    private static List<string?> SymbolsOf(JsonElement layer) =>
        [.. layer.GetProperty("symbols").EnumerateArray().Select(symbol => symbol.GetString())];

    private Dictionary<string, JsonElement> Open(string file)
    {
        var picture = Path.Combine(_folder, "map.png");
        var ending = Renewal.Python("qgis_opens.py", file, picture);

        Assert.True(ending.Code == 0, ending.Error);
        var said = JsonDocument.Parse(ending.Output).RootElement;
        Assert.Equal(0, said.GetProperty("errors").GetArrayLength());
        Assert.True(new FileInfo(picture).Length > 10_000, "the map that QGIS drew is not empty");
        var layers = said.GetProperty("layers").EnumerateArray().ToDictionary(layer => layer.GetProperty("name").GetString()!);
        Assert.Empty(layers.Where(layer => !layer.Value.GetProperty("valid").GetBoolean()).Select(layer => layer.Key));
        return layers;
    }
}
