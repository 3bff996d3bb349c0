using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Cities;

public class CityAssemblyTests
{
    // Chongqing, in EPSG:4545 (central meridian 108°).
    private const double East = 360_000;
    private const double North = 3_270_000;

    private static readonly double[] Square = LayerSketch.Ring(East, North, 100, 100);

    [Fact]
    public void Parcels_arrive_with_their_area_true_on_the_ground()
    {
        var city = Assemble(new LayerSketch(LayerNames.Parcels).Feature("a", Square)).City;

        var plane = city.Plane.SquareMetresOfTwice(city.Parcels.Shapes.TwiceAreaOf(0));
        Assert.Equal(city.Parcels.LegalAreas[0], plane, city.Parcels.LegalAreas[0] * 2e-6);
        Assert.InRange(city.Parcels.LegalAreas[0], 9_990, 9_999);
    }

    [Fact]
    public void Every_feature_keeps_its_row_whatever_its_outline()
    {
        var (city, defects) = Assemble(new LayerSketch(LayerNames.Parcels)
            .Feature("good", Square)
            .Feature("none")
            .Feature("nan", [East, North, double.NaN, North, East, North + 10, East, North])
            .Feature("infinite", [East, North, double.PositiveInfinity, North, East, North + 10, East, North])
            .Feature("two points", [East, North, East + 10, North, East, North])
            .Feature("line", [East, North, East + 10, North, East + 20, North, East, North])
            .Feature("degrees", [106.5, 29.5, 106.6, 29.5, 106.6, 29.6, 106.5, 29.5])
            .Feature("swapped", [North, East, North, East + 9, North + 9, East, North, East])
            .Feature("far", [East - 400_000, North, East - 400_009, North, East - 400_000, North + 9, East - 400_000, North])
            .Feature("hole is shell", LayerSketch.Ring(East, North, 9, 9), LayerSketch.Ring(East, North, 9, 9)));

        Assert.Equal(10, city.Parcels.Count);
        Assert.Equal("good", city.Parcels.Ids[0]);
        Assert.All(Enumerable.Range(1, 9), row => Assert.True(city.Parcels.Shapes.BoxOf(row).IsEmpty));
        Assert.Equal(
            [
                "null_geometry", "nan_coordinate", "nan_coordinate", "too_few_vertices", "zero_area", "wrong_crs_lonlat",
                "swapped_axes", "far_from_layer", "hole_equals_shell",
            ],
            defects.Select(defect => defect.Code));
        Assert.Equal(Enumerable.Range(2, 9).Select(fid => (long)fid), defects.Select(defect => defect.Fid));
    }

    [Fact]
    public void Rings_are_closed_turned_and_rid_of_repetitions()
    {
        var (city, defects) = Assemble(new LayerSketch(LayerNames.Parcels)
            .Feature("clockwise", [East, North, East, North + 10, East + 10, North + 10, East + 10, North, East, North])
            .Feature("unclosed", [East + 20, North, East + 30, North, East + 30, North + 10, East + 20, North + 10])
            .Feature("repeated", [East + 40, North, East + 40, North, East + 50, North, East + 50, North + 10, East + 40, North + 10, East + 40, North])
            .Feature("courtyard", LayerSketch.Ring(East + 60, North, 10, 10), LayerSketch.Ring(East + 62, North + 2, 5, 5)));

        var shapes = city.Parcels.Shapes;
        Assert.Equal([("unclosed_ring", "unclosed")], defects.Select(defect => (defect.Code, defect.Id)));
        Assert.All(Enumerable.Range(0, 4), row =>
        {
            var expected = city.Parcels.Ids[row] == "courtyard" ? 75 : 100;
            Assert.InRange(city.Plane.SquareMetresOfTwice(shapes.TwiceAreaOf(row)), expected * 0.999, expected * 1.001);
            Assert.Equal((shapes.X[shapes.VertexStart(row)], 5), (shapes.X[shapes.RingStart[shapes.FeatureStart[row] + 1] - 1], shapes.RingStart[shapes.FeatureStart[row] + 1] - shapes.VertexStart(row)));
        });
    }

    [Theory]
    [InlineData("self_intersection", 50, new double[] { 0, 0, 10, 0, 0, 10, 10, 10, 0, 0 })]
    [InlineData("spike", 100, new double[] { 0, 0, 10, 0, 10, 20, 10, 10, 0, 10, 0, 0 })]
    [InlineData("hole_outside_shell", 100, new double[] { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0 }, new double[] { 20, 0, 22, 0, 22, 2, 20, 2, 20, 0 })]
    [InlineData("hole_crosses_shell", 95, new double[] { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0 }, new double[] { 9, 0, 14, 0, 14, 5, 9, 5, 9, 0 })]
    [InlineData("self_intersection", 91, new double[] { 0, 0, 10, 0, 10, 10, 0, 10, 0, 0 }, new double[] { 1, 1, 3, 1, 3, 4, 1, 4, 1, 1 }, new double[] { 2, 1, 4, 1, 4, 4, 2, 4, 2, 1 })]
    public void A_broken_outline_is_read_by_a_stated_rule_and_listed(string code, double area, params double[][] rings)
    {
        double[][] placed = [.. rings.Select(ring => ring.Select((value, i) => value + (i % 2 == 0 ? East : North)).ToArray())];
        var (city, defects) = Assemble(new LayerSketch(LayerNames.Parcels).Feature("a", placed));

        var defect = Assert.Single(defects);
        Assert.Equal((code, "a", 1L), (defect.Code, defect.Id, defect.Fid));
        Assert.InRange(defect.X, East, East + 25);
        Assert.Equal(area, city.Plane.SquareMetresOfTwice(city.Parcels.Shapes.TwiceAreaOf(0)), area * 1e-3);
    }

    [Fact]
    public void A_city_across_the_zone_limit_is_one_plane()
    {
        // The same building beside 106.5° east, as the offices of both zones deliver it.
        double[] latitudes = [29.55, 29.55, 29.5502, 29.5502], longitudes = [106.4998, 106.5001, 106.5001, 106.4998];
        var west = InZone(4544, longitudes, latitudes);
        var east = InZone(4545, longitudes, latitudes);

        var (city, _) = CityAssembly.From(
            [
                new LayerSketch(LayerNames.Buildings, 4544).Feature("west", west).ToLayer(),
                new LayerSketch(LayerNames.Buildings, 4545).Feature("east", east).ToLayer(),
            ],
            new AssemblyOptions());

        var shapes = city.Buildings.Shapes;
        Assert.Equal(["east", "west"], ((string[])[city.Buildings.Ids[0], city.Buildings.Ids[1]]).Order());
        Assert.All(Enumerable.Range(0, 5), vertex =>
        {
            Assert.InRange(shapes.X[shapes.VertexStart(0) + vertex] - shapes.X[shapes.VertexStart(1) + vertex], -1, 1);
            Assert.InRange(shapes.Y[shapes.VertexStart(0) + vertex] - shapes.Y[shapes.VertexStart(1) + vertex], -1, 1);
        });
    }

    [Fact]
    public void Twins_are_kept_and_listed()
    {
        var (city, defects) = Assemble(new LayerSketch(LayerNames.Parcels)
            .Feature("a", Square)
            .Feature("b", [.. Square[2..], Square[2], Square[3]])
            .Feature("c", LayerSketch.Ring(East + 200, North, 5, 5))
            .Feature("c", LayerSketch.Ring(East + 300, North, 5, 5))
            .Feature("d", LayerSketch.Ring(East + 200, North, 5, 5))
            .Feature(null, LayerSketch.Ring(East + 400, North, 5, 5)));

        Assert.Equal(6, city.Parcels.Count);
        Assert.Contains("6", Enumerable.Range(0, 6).Select(row => city.Parcels.Ids[row]));
        Assert.Equal(
            [
                (1, "duplicate_rotated"), (2, "duplicate_rotated"), (3, "duplicate_geometry"), (3, "duplicate_id"),
                (4, "duplicate_id"), (5, "duplicate_geometry"), (6, "missing_id"),
            ],
            defects.Select(defect => ((int)defect.Fid, defect.Code)));
    }

    [Fact]
    public void Rights_above_each_other_may_share_an_outline() => Assert.Empty(Assemble(new LayerSketch(LayerNames.Parcels)
        .Feature("a", Square)
        .Feature("b", Square)
        .Words("rights_position", "surface", "underground")).Defects);

    [Fact]
    public void Kinds_become_glossary_words_and_strange_ones_are_listed()
    {
        var (city, defects) = Assemble(new LayerSketch(LayerNames.HistoricZones)
            .Feature("1", Square)
            .Feature("2", Square)
            .Feature("3", Square)
            .Words("kind", "buffer", "core", "scenic"));

        var zones = city.Layer(LayerNames.HistoricZones);
        Assert.Equal(["control", "core", "scenic"], Enumerable.Range(0, 3).Select(row => zones.Kinds[row]));
        Assert.Contains("scenic", Assert.Single(defects).Message);
    }

    [Fact]
    public void Layers_that_fit_nowhere_are_refused_all_at_once()
    {
        var fault = Assert.Throws<UnusableLayersException>(() => CityAssembly.From(
            [
                new LayerSketch("plots").Feature("a", Square).ToLayer(),
                new LayerSketch(LayerNames.Buildings, 2379).Feature("b", Square).ToLayer(),
                new LayerSketch(LayerNames.Water, 0).Feature("c", Square).ToLayer(),
            ],
            new AssemblyOptions()));

        Assert.Equal(3, fault.Problems.Count);
        Assert.Contains("plots", fault.Message);
        Assert.Contains("EPSG:2379", fault.Message);
        Assert.Contains("local", fault.Problems[2]);
    }

    private static AssembledCity Assemble(LayerSketch sketch) => CityAssembly.From([sketch.ToLayer()], new AssemblyOptions());

    private static double[] InZone(int epsg, double[] longitudes, double[] latitudes)
    {
        var map = ExactTransforms.FromLonLat(ReferenceSystems.Find(epsg));
        var points = longitudes.Zip(latitudes, (lon, lat) => map(lon, lat)).ToList();
        return [.. points.Append(points[0]).SelectMany(point => (double[])[Math.Round(point.X, 4), Math.Round(point.Y, 4)])];
    }
}
