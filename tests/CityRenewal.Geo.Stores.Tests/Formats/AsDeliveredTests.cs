using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using CityRenewal.Geo.Stores.Tests.PostGis;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>One district as offices deliver it: mixed encodings, units, reference systems and words.</summary>
public class AsDeliveredTests
{
    private static readonly Lazy<ImportedLayers> Imported = new(TestData.ImportAsDelivered);

    [Theory]
    [InlineData("parcels", 3000, 4544)]
    [InlineData("buildings", 6339, 4326)]
    [InlineData("udb", 9, 4523)]
    [InlineData("historic_zones", 8, 4544)]
    [InlineData("barriers", 9, 4544)]
    [InlineData("water", 1, 4544)]
    [InlineData("planning_units", 25, 4544)]
    [InlineData("protected_items", 43, 4544)]
    public void Every_layer_comes_in_whole_and_in_its_own_reference_system(string layer, int features, int epsg) =>
        Assert.Equal((features, epsg), (Layer(layer).Shapes.Count, Layer(layer).Epsg));

    // MJDW 1, 2, 3: square metres, mu, hectares. After conversion every declared area is that of its outline.
    [Fact]
    public void Declared_areas_in_mu_and_hectares_become_square_metres()
    {
        var parcels = Layer(LayerNames.Parcels);
        var declared = ((RealSource)parcels.Column("declared_area_m2")!).Values;
        var worst = Enumerable.Range(0, declared.Length).Max(row => Math.Abs((declared[row] / PlanarArea(parcels.Shapes, row)) - 1));

        // The planted errors of measurement stay below one in twenty; a wrong unit is wrong fifteenfold.
        Assert.InRange(worst, 0, 0.05);
    }

    [Fact]
    public void Danger_grades_in_three_spellings_become_four_letters()
    {
        var grades = Layer(LayerNames.Buildings).Column("danger_grade")!;

        Assert.Equal(["A 4331", "B 1498", "C 451", "D 59"], Words(grades, 6339));
    }

    [Fact]
    public void Subzones_of_the_boundary_are_known_by_code() =>
        Assert.Equal(["concentrated 1", "elastic 2", "special 6"], Words(Layer(LayerNames.Udb).Column("kind")!, 9));

    [Fact]
    public void Historic_lines_in_GBK_become_core_and_control() =>
        Assert.Equal(["control 4", "core 4"], Words(Layer(LayerNames.HistoricZones).Column("kind")!, 8));

    [Fact]
    public void Missing_years_and_storeys_stay_unknown_and_are_listed()
    {
        var storeys = ((IntegerSource)Layer(LayerNames.Buildings).Column("storeys_above")!).Values;
        var years = ((IntegerSource)Layer(LayerNames.Buildings).Column("year_built")!).Values;

        Assert.Equal(65, storeys.Count(value => value == Unknown.Integer));
        Assert.Equal(48, years.Count(value => value == Unknown.Integer));
        Assert.Equal(65, Imported.Value.Defects.Count(defect => defect.Code == "missing_storeys"));
        Assert.Equal(48, Imported.Value.Defects.Count(defect => defect.Code == "missing_year"));
        Assert.All(years.Where(value => value != Unknown.Integer), year => Assert.InRange(year, 1800, 2026));
    }

    [Fact]
    public void A_building_said_to_be_illegal_has_an_unknown_illegal_area_and_not_one_square_metre()
    {
        var illegal = ((RealSource)Layer(LayerNames.Buildings).Column("illegal_area_m2")!).Values;

        Assert.Equal((6041, 298), (illegal.Count(value => value == 0), illegal.Count(double.IsNaN)));
        Assert.Contains(Imported.Value.Report.Sources, source => source.Notes.Any(note => note.Contains("298 rows", StringComparison.Ordinal)));
    }

    [Fact]
    public void Protected_items_find_their_buildings_through_a_field_name_cut_to_ten_bytes()
    {
        var buildings = Layer(LayerNames.Buildings).Column("building_id")!;
        var known = Enumerable.Range(0, 6339).Select(buildings.TextOf).ToHashSet();
        var named = Layer(LayerNames.ProtectedItems).Column("building_id")!;

        Assert.All(Enumerable.Range(0, 43), row => Assert.Contains(named.TextOf(row), known));
    }

    [Theory]
    [InlineData("ZDJBXX.shp", "GB18030: nothing says which, and it is not UTF-8")]
    [InlineData("lishi_jianzhu.shp", "GB18030: the .cpg says GBK")]
    [InlineData("zu_ge.zip", "UTF-8: the .cpg says UTF-8")]
    public void The_report_says_which_encoding_was_taken_and_why(string file, string words) =>
        Assert.Contains(
            Imported.Value.Report.Sources.Where(source => source.File == file),
            source => source.Notes.Any(note => note.Contains(words, StringComparison.Ordinal)));

    // PostGIS reads the same files through ogr2ogr; both transform to the ellipsoid by themselves.
    [Theory]
    [InlineData("ZDJBXX.shp", "parcels", "ZDJBXX", 4544)]
    [InlineData("fangwu.geojson", "buildings", "fangwu", 4326)]
    [InlineData("sanqusanxian.gpkg", "udb", "CZKFBJ", 4523)]
    [InlineData("guanli_danyuan.geojson", "planning_units", "planning_units", 4544)]
    public void Areas_and_counts_are_those_that_PostGIS_finds(string file, string layer, string source, int epsg)
    {
        var path = Path.Combine(TestData.Folder, "as-delivered", file);
        var wkt = TemporaryFolder.Run("ogr2ogr", "-f", "CSV", "/vsistdout/", path, source, "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=TAB");
        var geometries = wkt.Split('\n').Skip(1).Select(line => line.Split('\t')[0].Trim('"')).Where(line => line.Length > 0).ToArray();
        using var connection = PostGisServer.Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*), sum(ST_Area(ST_Transform(ST_GeomFromText(w, @epsg), 4490)::geography)) FROM unnest(@wkt) AS w";
        command.Parameters.AddWithValue("epsg", epsg);
        command.Parameters.AddWithValue("wkt", geometries);
        using var row = command.ExecuteReader();
        Assert.True(row.Read());

        Assert.Equal(row.GetInt64(0), Layer(layer).Shapes.Count);
        Assert.Equal(1, EllipsoidalArea(Layer(layer)) / row.GetDouble(1), tolerance: 1e-6);
    }

    private static SourceLayer Layer(string name) => Imported.Value.Layers.Single(layer => layer.Name == name);

    private static IEnumerable<string> Words(SourceColumn column, int rows) =>
        Enumerable.Range(0, rows).GroupBy(column.TextOf).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal);

    private static double EllipsoidalArea(SourceLayer layer)
    {
        var measure = EllipsoidalMeasure.In(layer.Epsg);
        var shapes = layer.Shapes;
        return Enumerable.Range(0, shapes.RingStart.Length - 1).Sum(ring =>
        {
            var (start, count) = (shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring]);
            var area = Math.Abs(measure.OfRing(shapes.X.AsSpan(start, count), shapes.Y.AsSpan(start, count)).Area);
            return shapes.IsHole.Length > 0 && shapes.IsHole[ring] ? -area : area;
        });
    }

    internal static double PlanarArea(SourceShapes shapes, int row)
    {
        double sum = 0;
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            double area = 0;
            for (int i = shapes.RingStart[ring], first = i; i + 1 < shapes.RingStart[ring + 1]; i++)
            {
                area += ((shapes.X[i] - shapes.X[first]) * (shapes.Y[i + 1] - shapes.Y[first]))
                    - ((shapes.X[i + 1] - shapes.X[first]) * (shapes.Y[i] - shapes.Y[first]));
            }

            sum += Math.Abs(area) / 2 * (shapes.IsHole.Length > 0 && shapes.IsHole[ring] ? -1 : 1);
        }

        return sum;
    }
}
