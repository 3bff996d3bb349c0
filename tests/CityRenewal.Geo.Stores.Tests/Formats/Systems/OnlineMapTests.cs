using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>Layers in the coordinates of online maps, beside parcels in those of a survey.</summary>
public class OnlineMapTests
{
    private static readonly Lazy<IReadOnlyList<SourceLayer>> Sample = new(() => [.. CityFile.ReadLayers(Path.Combine(Commands.Renewal.Checkout, "data", "sample", "city.gpkg"))]);
    private static readonly Lazy<ImportedLayers> Delivered = new(TestData.ImportAsDelivered);

    public static TheoryData<string, string> Moved => new()
    {
        { "buildings", "GCJ-02" }, { "buildings", "BD-09" }, { "udb", "GCJ-02" }, { "detailed_plots", "GCJ-02" }, { "historic_zones", "BD-09" },
    };

    [Theory]
    [MemberData(nameof(Moved))]
    public void A_layer_of_the_sample_in_such_coordinates_is_named(string layer, string map)
    {
        var found = Check([Parcels(Sample.Value), InMap(Sample.Value.Single(other => other.Name == layer), map)]);
        var defect = Assert.Single(found);

        Assert.Equal(("online_map_coordinates", Severity.Error, layer), (defect.Code, defect.Severity, defect.Layer));
        Assert.Contains($"the offset of {map} at this place is", defect.Message, StringComparison.Ordinal);
        Assert.Contains("与地块相差约", defect.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void Delivered_buildings_in_such_coordinates_are_named(string map) => Assert.Equal(
        ["online_map_coordinates buildings"],
        Check([Parcels(Delivered.Value.Layers), InMap(Delivered.Value.Layers.Single(layer => layer.Name == "buildings"), map)]).Select(defect => $"{defect.Code} {defect.Layer}"));

    [Fact]
    public void Where_the_parcels_are_those_of_the_map_they_are_named_and_once()
    {
        SourceLayer[] layers = [InMap(Parcels(Sample.Value), "GCJ-02"), .. Sample.Value.Where(layer => layer.Name != "parcels")];

        Assert.Equal(["online_map_coordinates parcels"], Check(layers).Select(defect => $"{defect.Code} {defect.Layer}"));
    }

    [Fact]
    public void A_hundred_metres_that_no_map_explains_are_a_question_of_the_datum()
    {
        var shifted = Moving(Sample.Value.Single(layer => layer.Name == "buildings"), (longitude, latitude) => (longitude + 0.0011, latitude - 0.0004));
        var defect = Assert.Single(Check([Parcels(Sample.Value), shifted]));

        Assert.Equal("layer_shifted", defect.Code);
        Assert.Matches("moved back by 1[12]0 m \\(1[01]0 m to the west and [45]0 m to the north\\) it fits parcels", defect.Message);
        Assert.Contains("Xian 1980", defect.Remedy, StringComparison.Ordinal);
        Assert.Contains("西安80", DefectKinds.Find("layer_shifted")!.ChineseRemedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_is_found_for_any_order_of_rows_and_layers()
    {
        var buildings = InMap(Sample.Value.Single(layer => layer.Name == "buildings"), "GCJ-02");

        Assert.Equal(Check([Parcels(Sample.Value), buildings]), Check([Reversed(buildings), Parcels(Sample.Value)]));
    }

    [Fact]
    public void Layers_in_their_place_are_not_named()
    {
        Assert.Empty(Check(Sample.Value));
        Assert.Empty(Check(Delivered.Value.Layers));
        Assert.Empty(Check(LayerImport.Read(new ImportRequest([Path.Combine(TestData.Folder, "dirty", "city.gpkg")])).Layers));
    }

    [RealDataFact("fr-cadastre-25354")]
    public void A_French_commune_lies_in_its_place() => Assert.Empty(
        Check(LayerImport.Read(new ImportRequest([Path.Combine(TestData.RealFolder, "fr-cadastre-25354/25354.gpkg")], TestData.Mapping("fr-cadastre-25354.yaml"))).Layers));

    [RealDataFact("bubenec")]
    public void A_quarter_of_Prague_lies_in_its_place() => Assert.Empty(
        Check(LayerImport.Read(new ImportRequest([Path.Combine(TestData.RealFolder, "bubenec/bubenec.gpkg")], TestData.Mapping("bubenec.yaml"))).Layers));

    private static IReadOnlyList<Defect> Check(IReadOnlyList<SourceLayer> layers) =>
        [.. LayerChecks.Check(layers, DefectOptions.WithoutBaseline).Where(defect => defect.Code is "online_map_coordinates" or "layer_shifted" or "layer_far_away")];

    private static SourceLayer Parcels(IReadOnlyList<SourceLayer> layers) => layers.Single(layer => layer.Name == "parcels");

    private static SourceLayer InMap(SourceLayer layer, string map) => Moving(layer, map == "GCJ-02" ? OnlineMapOffset.Gcj02 : OnlineMapOffset.Bd09);

    private static SourceLayer Moving(SourceLayer layer, Func<double, double, (double, double)> move)
    {
        double[] x = new double[layer.Shapes.X.Length], y = new double[x.Length];
        LonLat.From(layer.Epsg).Of(layer.Shapes.X, layer.Shapes.Y, x, y);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = move(x[i], y[i]);
        }

        return With(layer, layer.Shapes.WithCoordinates(x, y), 4490);
    }

    private static SourceLayer Reversed(SourceLayer layer)
    {
        var shapes = layer.Shapes;
        int[] rows = [.. Enumerable.Range(0, shapes.Count).Reverse()];
        int[] rings = [.. rows.SelectMany(row => Enumerable.Range(shapes.FeatureStart[row], shapes.FeatureStart[row + 1] - shapes.FeatureStart[row]))];
        int[] vertices = [.. rings.SelectMany(ring => Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring]))];
        int ringEnd = 0, featureEnd = 0;
        return With(layer, new SourceShapes
        {
            Kind = shapes.Kind,
            X = [.. vertices.Select(vertex => shapes.X[vertex])],
            Y = [.. vertices.Select(vertex => shapes.Y[vertex])],
            RingStart = [0, .. rings.Select(ring => ringEnd += shapes.RingStart[ring + 1] - shapes.RingStart[ring])],
            FeatureStart = [0, .. rows.Select(row => featureEnd += shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])],
            IsHole = [],
        }, 4490);
    }

    private static SourceLayer With(SourceLayer layer, SourceShapes shapes, int epsg) =>
        new() { Name = layer.Name, Epsg = epsg, Shapes = shapes, Columns = layer.Columns, Fids = layer.Fids, Origin = layer.Origin };
}
