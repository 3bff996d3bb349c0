using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>A district on both sides of 106.5°E comes in two zones and becomes one layer in one of them.</summary>
public sealed class ZoneLimitTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public ZoneLimitTests()
    {
        Cut("west.gpkg", "fid <= 400", 4544);
        Cut("east.gpkg", "fid > 400", 4545);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_smaller_sheet_is_brought_to_the_zone_of_the_larger_within_a_millimetre_of_PROJ()
    {
        TemporaryFolder.Run("ogr2ogr", "-t_srs", "EPSG:4545", _folder["proj.gpkg"], _folder["west.gpkg"]);
        var proj = Assert.Single(LayerImport.Read(new ImportRequest([_folder["proj.gpkg"]])).Layers).Shapes;

        var layer = Assert.Single(Read("west.gpkg", "east.gpkg").Layers);

        Assert.Equal((4545, 1000), (layer.Epsg, layer.Shapes.Count));
        Assert.Equal([new LayerSheet("east.gpkg/parcels", 0), new LayerSheet("west.gpkg/parcels", 600)], layer.Sheets);
        var first = layer.Shapes.RingStart[layer.Shapes.FeatureStart[600]];
        Assert.Equal(proj.X.Length, layer.Shapes.X.Length - first);
        Assert.All(Enumerable.Range(0, proj.X.Length), i =>
        {
            Assert.Equal(proj.X[i], layer.Shapes.X[first + i], tolerance: 0.001);
            Assert.Equal(proj.Y[i], layer.Shapes.Y[first + i], tolerance: 0.001);
        });
    }

    [Fact]
    public void The_larger_sheet_stays_as_it_is_to_the_last_bit()
    {
        var alone = Assert.Single(Read("east.gpkg").Layers).Shapes;

        var joined = Assert.Single(Read("east.gpkg", "west.gpkg").Layers).Shapes;

        Assert.Equal(alone.X, joined.X[..alone.X.Length]);
        Assert.Equal(alone.Y, joined.Y[..alone.Y.Length]);
    }

    [Fact]
    public void The_report_says_what_was_brought_from_where_to_where()
    {
        var sources = Read("west.gpkg", "east.gpkg").Report.Sources;

        var west = sources.Single(source => source.File == "west.gpkg");
        Assert.Equal((4544, 400), (west.Epsg, west.Features));
        Assert.Contains("400 features brought from EPSG:4544 to EPSG:4545, the system of most of parcels", west.Notes);
        Assert.DoesNotContain(sources.Single(source => source.File == "east.gpkg").Notes, note => note.Contains("brought", StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_finds_the_same_in_two_zones_as_in_one()
    {
        Cut("whole.gpkg", "fid > 0", 4545);

        var found = Found("west.gpkg", "east.gpkg");

        Assert.Contains(found, defect => defect.StartsWith("unnoded_vertex parcels", StringComparison.Ordinal));
        Assert.Equal(Found("whole.gpkg"), found);
    }

    [Fact]
    public void A_sheet_in_a_wrong_zone_is_told_by_its_file()
    {
        TemporaryFolder.Run("ogr2ogr", "-a_srs", "EPSG:4546", _folder["wrong.gpkg"], _folder["west.gpkg"]);

        var far = Assert.Single(Read("east.gpkg", "wrong.gpkg").Defects, defect => defect.Code == "layer_far_away");

        Assert.Equal(("parcels", "wrong.gpkg/parcels", -1L), (far.Layer, far.File, far.Fid));
    }

    private string[] Found(params string[] files)
    {
        var city = _folder[$"{files.Length}-sheets.gpkg"];
        Assert.Equal(0, Renewal.Run(["import", .. files.Select(file => _folder[file]), "-o", city]).Code);
        using var check = JsonDocument.Parse(Renewal.Run("check", city, "--json").Output);
        return
        [
            .. check.RootElement.GetProperty("defects").EnumerateArray()
                .Select(defect => $"{defect.GetProperty("code")} {defect.GetProperty("layer")} {defect.GetProperty("id")}").Order(StringComparer.Ordinal),
        ];
    }

    private ImportedLayers Read(params string[] files) => LayerImport.Read(new ImportRequest([.. files.Select(file => _folder[file])]));

    private void Cut(string name, string rows, int epsg) => TemporaryFolder.Run(
        "ogr2ogr", "-t_srs", $"EPSG:{epsg}", _folder[name], Sample, "parcels", "-where", rows);
}
