using System.Globalization;
using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>Every set of data goes through import, check, overlay, graph and measure, and the numbers agree with each other.</summary>
public sealed class WholeRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_county_town_goes_through_everything_and_says_what_it_does_not_know()
    {
        var city = _folder["city.gpkg"];
        Done(0, "sample", "--county", "--parcels", "800", "--seed", "3", "-o", city);

        Runs(city, parcels: 800);
        var plan = Done(0, "propose", city, "-o", _folder["plan.gpkg"], "--need-threshold", "0.3", "--json");

        var proposed = JsonDocument.Parse(plan.Output).RootElement;
        Assert.Contains("is unknown: less than half of it is known", plan.Output);
        Assert.NotEmpty(proposed.GetProperty("plans")[0].GetProperty("areas").EnumerateArray());
    }

    [Fact]
    public void The_areas_of_a_county_town_measure_the_same_from_outside()
    {
        var city = _folder["city.gpkg"];
        Done(0, "sample", "--county", "--parcels", "800", "--seed", "3", "-o", city);
        var plan = JsonDocument.Parse(Done(0, "propose", city, "-o", _folder["plan.gpkg"], "--need-threshold", "0.3", "--json").Output)
            .RootElement.GetProperty("plans")[0].GetProperty("areas");
        TemporaryFolder.Run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-t_srs", "EPSG:4490", _folder["areas.geojson"], _folder["plan.gpkg"], "renewal_areas");

        var measured = JsonDocument.Parse(Measure("areas.geojson", city).Output).RootElement.GetProperty("outlines");

        Assert.Equal(plan.GetArrayLength(), measured.GetArrayLength());
        foreach (var (one, other) in plan.EnumerateArray().Zip(measured.EnumerateArray()))
        {
            var area = one.GetProperty("gross_area_m2").GetDouble();
            Assert.Equal(area, other.GetProperty("area_m2").GetDouble(), area * 1e-5);
        }
    }

    [Fact]
    public void The_set_as_delivered_goes_through() =>
        Runs(Import(TestData.AsDelivered(), TestData.Mapping("as-delivered.yaml")), parcels: 3000);

    [Fact]
    public void The_dirty_set_goes_through() =>
        Runs(Import([Path.Combine(TestData.Folder, "dirty", "city.gpkg")]), parcels: 3015);

    [RealDataFact("fr-cadastre-25354")]
    public void The_French_commune_goes_through() =>
        Runs(Import([Path.Combine(TestData.RealFolder, "fr-cadastre-25354", "25354.gpkg")], TestData.Mapping("fr-cadastre-25354.yaml")), parcels: 511);

    [RealDataFact("bubenec")]
    public void The_quarter_of_Prague_goes_through() =>
        Runs(Import([Path.Combine(TestData.RealFolder, "bubenec", "bubenec.gpkg")], TestData.Mapping("bubenec.yaml")), parcels: 407);

    // Conservation areas and a boundary, but no parcel: nothing to join, and still every outline has its measures.
    [RealDataFact("barnet")]
    public void The_conservation_areas_of_Barnet_go_through()
    {
        var folder = Path.Combine(TestData.RealFolder, "barnet");
        var city = Import([.. Directory.GetFiles(folder, "*.geojson")], TestData.Mapping("barnet.yaml"));
        Check(city);
        Done(0, "overlay", city, "-o", _folder["facts.csv"]);
        Done(0, "graph", city, "-o", _folder["graph.csv"]);

        var measured = Done(1, "measure", Path.Combine(folder, "barnet.geojson"), "--city", city, "--json");
        var outlines = JsonDocument.Parse(measured.Output).RootElement.GetProperty("outlines");

        Assert.Contains("no parcel of the city lies in it", measured.Error);
        Assert.Equal(16, outlines.GetArrayLength());
        Assert.All(outlines.EnumerateArray(), outline => Assert.InRange(outline.GetProperty("polsby_popper").GetDouble(), 0.01, 1));
    }

    private void Runs(string city, int parcels)
    {
        Check(city);
        Done(0, "overlay", city, "-o", _folder["facts.csv"]);
        Done(0, "graph", city, "-o", _folder["graph.csv"]);
        var areas = AreasOf(_folder["facts.csv"]);
        var pairs = File.ReadLines(_folder["graph.csv"]).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(parcels, File.ReadLines(_folder["facts.csv"]).Count() - 1);
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.True(areas.ContainsKey(pair[0]) && areas.ContainsKey(pair[1])));
        MeasuresParcels(city, areas);
    }

    private void Check(string city)
    {
        var ending = Renewal.Run("check", city, "--json");
        Assert.True(ending.Code is 0 or 1, ending.Error);
        Assert.Equal(0, JsonDocument.Parse(ending.Output).RootElement.GetProperty("ledger").GetProperty("residual_m2").GetDouble());
    }

    // Some parcels by themselves are outlines too: their areas are those that the overlay says.
    private void MeasuresParcels(string city, Dictionary<string, double> areas)
    {
        TemporaryFolder.Run(
            "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-t_srs", "EPSG:4490", _folder["some.geojson"], city,
            "-sql", "SELECT parcel_id AS id, geom FROM parcels WHERE geom IS NOT NULL ORDER BY parcel_id LIMIT 25");
        var outlines = JsonDocument.Parse(Measure("some.geojson", city).Output).RootElement.GetProperty("outlines");

        Assert.Equal(25, outlines.GetArrayLength());
        foreach (var outline in outlines.EnumerateArray())
        {
            var area = areas[outline.GetProperty("id").GetString()!];
            Assert.Equal(area, outline.GetProperty("area_m2").GetDouble(), Math.Max(0.5, area * 1e-3));
        }
    }

    private Renewal.Ending Measure(string outlines, string city)
    {
        var ending = Renewal.Run("measure", _folder[outlines], "--city", city, "--crs", "4490", "--json");
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return ending;
    }

    private string Import(string[] files, string? mapping = null)
    {
        var city = _folder["city.gpkg"];
        var ending = Renewal.Run(mapping is null ? ["import", .. files, "-o", city] : ["import", .. files, "--map", mapping, "-o", city]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return city;
    }

    private static Renewal.Ending Done(int code, params string[] arguments)
    {
        var ending = Renewal.Run(arguments);
        Assert.True(ending.Code == code, ending.Error);
        return ending;
    }

    // The first of parcels that share an id stands for them.
    private static Dictionary<string, double> AreasOf(string facts)
    {
        var head = File.ReadLines(facts).First().Split(',');
        var (id, area) = (Array.IndexOf(head, "parcel_id"), Array.IndexOf(head, "area_m2"));
        return File.ReadLines(facts).Skip(1).Select(line => line.Split(','))
            .GroupBy(cells => cells[id])
            .ToDictionary(rows => rows.Key, rows => double.TryParse(rows.First()[area], CultureInfo.InvariantCulture, out var number) ? number : 0);
    }
}
