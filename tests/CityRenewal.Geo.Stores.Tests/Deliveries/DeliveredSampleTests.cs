using System.Globalization;
using System.Text.RegularExpressions;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Deliveries;

/// <summary>The sample city, written out by its offices and imported again, is the sample city.</summary>
public sealed class DeliveredSampleTests : IDisposable
{
    private static readonly SampleOptions Options = new(600, 11);
    private static readonly Lazy<Dictionary<string, SourceLayer>> Clean = new(() => SampleCity.Of(Options).ToDictionary(layer => layer.Name));

    private readonly TemporaryFolder _folder = new();

    public DeliveredSampleTests()
    {
        var ending = Renewal.Run("sample", "--delivered", "--parcels", "600", "--seed", "11", "-o", Delivered);
        Assert.True(ending.Code == 0, ending.Error);
    }

    private string Delivered => _folder["delivered"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Layers_in_metres_come_back_vertex_by_vertex()
    {
        var imported = Import();

        foreach (var name in (string[])[LayerNames.Parcels, LayerNames.HistoricZones, LayerNames.PlanningUnits, LayerNames.ProtectedItems, LayerNames.Water, LayerNames.Barriers])
        {
            Assert.Equal(RowsById(Clean.Value[name]), RowsById(imported[name]));
        }
    }

    [Fact]
    public void Layers_in_degrees_and_in_a_prefixed_zone_lie_where_they_were()
    {
        var imported = Import();
        AssertSamePlaces(Clean.Value[LayerNames.Udb], imported[LayerNames.Udb]);
        var single = imported[LayerNames.Buildings];
        var ids = single.Column("building_id")!;
        var parts = single.Column("parts")!;
        var rows = Enumerable.Range(0, single.Shapes.Count).Where(row => parts.TextOf(row).Length == 0).ToDictionary(ids.TextOf, row => row);
        var clean = Clean.Value[LayerNames.Buildings];

        Assert.Equal(clean.Shapes.Count, single.Shapes.Count);
        Assert.InRange(rows.Count, clean.Shapes.Count * 9 / 10, clean.Shapes.Count - 1);
        AssertSamePlaces(clean, single, rows);
    }

    [Theory]
    [InlineData(LayerNames.Parcels, "declared_area_m2")]
    [InlineData(LayerNames.Udb, "kind")]
    [InlineData(LayerNames.Buildings, "danger_grade")]
    [InlineData(LayerNames.Buildings, "storeys_above")]
    [InlineData(LayerNames.Buildings, "year_built")]
    [InlineData(LayerNames.Buildings, "floor_area_m2")]
    [InlineData(LayerNames.Buildings, "illegal_area_m2")]
    public void What_was_written_is_read_as_the_truth_says(string layer, string column)
    {
        var imported = Import()[layer];
        var (ids, values) = (imported.Column(LayerNames.IdColumn(layer))!, imported.Column(column)!);
        var truth = Truth().Where(row => row[1] == layer && row[3] == column).ToDictionary(row => row[2], row => row[5]);

        Assert.Equal(Clean.Value[layer].Shapes.Count, truth.Count);
        for (var row = 0; row < imported.Shapes.Count; row++)
        {
            if (truth.TryGetValue(ids.TextOf(row), out var value))
            {
                Assert.True(IsSame(value, values.TextOf(row)), $"{ids.TextOf(row)}: {value} read as {values.TextOf(row)}");
            }
        }
    }

    [Theory]
    [InlineData("households")]
    [InlineData("people")]
    [InlineData("renewed_year")]
    public void What_a_ledger_lends_is_read_as_the_truth_says_or_waits_for_a_person(string column)
    {
        var imported = Imported();
        var buildings = imported.Layers.Single(layer => layer.Name == LayerNames.Buildings);
        var (ids, values) = (buildings.Column("building_id")!, buildings.Column(column)!);
        var read = Enumerable.Range(0, buildings.Shapes.Count).ToDictionary(ids.TextOf, values.TextOf);
        var waiting = imported.MatchList.Select(match => match.CandidateId).ToHashSet();
        var truth = Truth().Where(row => row[3] == column && row[5].Length > 0).ToList();

        Assert.True(truth.Count > 10);
        Assert.Empty(truth.Where(row => !IsSame(row[5], read[row[2]]) && !(column == "renewed_year" && read[row[2]].Length == 0 && waiting.Contains(row[2])))
            .Select(row => $"{row[2]}: {row[4]} read as {read[row[2]]}"));
    }

    [Fact]
    public void Words_come_back_as_the_words_of_the_city()
    {
        var imported = Import();

        foreach (var (layer, column) in new[] { (LayerNames.Parcels, "rights_position"), (LayerNames.Parcels, "land_use"), (LayerNames.HistoricZones, "kind"), (LayerNames.Barriers, "kind"), (LayerNames.ProtectedItems, "kind"), (LayerNames.PlanningUnits, "name") })
        {
            Assert.Equal(Clean.Value[layer].Column(column)!.Values(), imported[layer].Column(column)!.Values());
        }
    }

    [Fact]
    public void GDAL_reads_what_the_offices_wrote()
    {
        Assert.Contains("Feature Count: 600", TemporaryFolder.Run("ogrinfo", "-ro", "-so", "-al", Path.Combine(Delivered, "ZDJBXX.shp")));
        Assert.Contains("building_i: String", TemporaryFolder.Run("ogrinfo", "-ro", "-so", "-al", Path.Combine(Delivered, "lishi_jianzhu.shp")));
        Assert.Contains("河流名称: String", TemporaryFolder.Run("ogrinfo", "-ro", "-so", "-al", "/vsizip/" + Path.Combine(Delivered, "阻隔要素.zip")));
        Assert.Contains("虚构权利人", TemporaryFolder.Run("ogrinfo", "-ro", "-al", Path.Combine(Delivered, "房屋台账.xlsx")));
        Assert.False(File.Exists(Path.Combine(Delivered, "ZDJBXX.cpg")) || File.Exists(Path.Combine(Delivered, "LSWHBHX.prj")));
    }

    [Fact]
    public void The_same_seed_delivers_the_same_bytes()
    {
        Renewal.Run("sample", "--delivered", "--parcels", "600", "--seed", "11", "-o", _folder["again"]);

        foreach (var file in Directory.GetFiles(Delivered))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_folder["again"], Path.GetFileName(file))));
        }
    }

    private Dictionary<string, SourceLayer> Import()
    {
        return Imported().Layers.ToDictionary(layer => layer.Name);
    }

    private ImportedLayers Imported() => LayerImport.Read(new ImportRequest([Delivered], Path.Combine(Delivered, "mapping.yaml")));

    private IEnumerable<string[]> Truth() => File.ReadLines(Path.Combine(Delivered, "truth", "truth.csv")).Skip(1).Select(Cells);

    // A comma between quotes is part of the value.
    private static string[] Cells(string line) =>
        [.. Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(cell => cell.Trim('"'))];

    private static bool IsSame(string value, string read) => value == read
        || (double.TryParse(value, CultureInfo.InvariantCulture, out var meant) && double.TryParse(read, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(meant - number) < 1e-3 * Math.Max(1, Math.Abs(meant) / 100));

    // Rings as sets of vertices: a Shapefile turns them round, and may begin elsewhere.
    private static SortedDictionary<string, string> RowsById(SourceLayer layer)
    {
        var ids = layer.Column(LayerNames.IdColumn(layer.Name))!;
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < layer.Shapes.Count; row++)
        {
            var shapes = layer.Shapes;
            var vertices = Enumerable.Range(shapes.RingStart[shapes.FeatureStart[row]], shapes.RingStart[shapes.FeatureStart[row + 1]] - shapes.RingStart[shapes.FeatureStart[row]])
                .Select(v => string.Create(CultureInfo.InvariantCulture, $"{shapes.X[v]:F3} {shapes.Y[v]:F3}"));
            rows[ids.TextOf(row)] = string.Join(',', vertices.Order(StringComparer.Ordinal));
        }

        return rows;
    }

    private static void AssertSamePlaces(SourceLayer one, SourceLayer other, Dictionary<string, int>? rows = null)
    {
        var ids = one.Column(LayerNames.IdColumn(one.Name))!;
        var otherIds = other.Column(LayerNames.IdColumn(other.Name))!;
        rows ??= Enumerable.Range(0, other.Shapes.Count).ToDictionary(otherIds.TextOf, row => row);
        for (var row = 0; row < one.Shapes.Count; row++)
        {
            if (rows.TryGetValue(ids.TextOf(row), out var twin))
            {
                var ((lon, lat), (otherLon, otherLat)) = (MiddleOf(one, row), MiddleOf(other, twin));
                Assert.InRange(otherLon, lon - 2e-8, lon + 2e-8);
                Assert.InRange(otherLat, lat - 2e-8, lat + 2e-8);
            }
        }
    }

    private static (double Longitude, double Latitude) MiddleOf(SourceLayer layer, int row)
    {
        var range = layer.Shapes.RingStart[layer.Shapes.FeatureStart[row]]..layer.Shapes.RingStart[layer.Shapes.FeatureStart[row + 1]];
        double[] x = layer.Shapes.X[range], y = layer.Shapes.Y[range], longitude = new double[x.Length], latitude = new double[x.Length];
        LonLat.From(layer.Epsg).Of(x, y, longitude, latitude);
        return (longitude.Average(), latitude.Average());
    }
}

/// <summary>Values of a column as texts, in a row.</summary>
internal static class ColumnTexts
{
    public static IEnumerable<string> Values(this SourceColumn column) => Enumerable.Range(0, column.Count).Select(column.TextOf);
}
