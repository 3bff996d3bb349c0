using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal compare`: what a chief planner asks of the second version of a plan.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_compared_with_itself_is_nothing()
    {
        Propose("plan.gpkg");

        var ending = Renewal.Run("compare", Sample, _folder["plan.gpkg"], _folder["plan.gpkg"]);

        Assert.True(ending.Code == 0, ending.Error);
        Assert.Contains("无差异 nothing differs", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parcels_of_an_edit_are_named_with_the_numbers_and_verdicts_that_it_moved_and_drawn()
    {
        Propose("plan.gpkg");
        var areas = PlanFile.Read(_folder["plan.gpkg"]).Areas;
        var gone = areas[0].Parcels.Take(2).ToList();
        Edit($"remove {areas[0].Id} {string.Join(' ', gone)}", $"dissolve {areas[^1].Id}");

        var ending = Renewal.Run("compare", Sample, _folder["plan.gpkg"], _folder["edited.gpkg"], "--json", "--svg", _folder["map.svg"]);

        Assert.True(ending.Code == 1, ending.Error);
        var document = JsonDocument.Parse(ending.Output).RootElement;
        Assert.Equal(
            gone.Concat(areas[^1].Parcels).Order(StringComparer.Ordinal),
            document.GetProperty("parcels_out").EnumerateArray().Select(move => move.GetProperty("parcel").GetString()));
        var changed = document.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("kind").GetString() == "changed");
        var numbers = changed.GetProperty("links")[0].GetProperty("numbers").EnumerateArray().ToDictionary(number => number.GetProperty("name").GetString()!);
        Assert.Equal(2, numbers["parcels"].GetProperty("was").GetDouble() - numbers["parcels"].GetProperty("is").GetDouble());
        Assert.Contains(document.GetProperty("groups").EnumerateArray(), group => group.GetProperty("kind").GetString() == "gone");
        Assert.Contains($"调出地块 out: {gone.Count + areas[^1].Parcels.Count}", File.ReadAllText(_folder["map.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void After_parcels_were_merged_and_named_anew_the_land_is_found_again()
    {
        Propose("plan.gpkg");
        var area = PlanFile.Read(_folder["plan.gpkg"]).Areas[0];
        File.Copy(Sample, _folder["city.gpkg"]);
        var (one, two) = Neighbours(area.Parcels);
        TemporaryFolder.Run("/usr/bin/python3", "-W", "ignore", "-c", MergeAndRename, _folder["city.gpkg"], one, two, area.Parcels.First(id => id != one && id != two));

        var before = Renewal.Run("compare", Sample, _folder["plan.gpkg"], _folder["plan.gpkg"], "--json");
        var ending = Renewal.Run("compare", _folder["city.gpkg"], _folder["plan.gpkg"], _folder["plan.gpkg"], "--json");

        Assert.True(ending.Code == 0, ending.Error + ending.Output);
        var descents = JsonDocument.Parse(ending.Output).RootElement.GetProperty("old").GetProperty("parcels_under_other_ids").EnumerateArray()
            .ToDictionary(each => each.GetProperty("parcel").GetString()!, each => string.Join(' ', each.GetProperty("now").EnumerateArray().Select(id => id.GetString())));
        Assert.Equal(3, descents.Count);
        Assert.Equal(("merged", "merged"), (descents[one], descents[two]));
        Assert.Contains("renamed", descents.Values);
        Assert.Equal(LandOf(before), LandOf(ending), 1.0);
    }

    [Fact]
    public void Boundaries_of_different_number_are_compared_under_rules()
    {
        Boundaries("old.geojson", "substr(parcel_id, 1, 3)", "parcel_id < '0005'");
        Boundaries("new.geojson", "substr(parcel_id, 1, 4)", "parcel_id < '0004'");

        var ending = Renewal.Run("compare", Sample, _folder["old.geojson"], _folder["new.geojson"], "--crs", "4490", "--rules", "chongqing-2025", "--json");
        var table = Renewal.Run("compare", Sample, _folder["old.geojson"], _folder["new.geojson"], "--crs", "4490", "--rules", "chongqing-2025");

        Assert.True(ending.Code == 1, ending.Error);
        var group = Assert.Single(JsonDocument.Parse(ending.Output).RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal("split", group.GetProperty("kind").GetString());
        Assert.True(group.GetProperty("links").GetArrayLength() > 1);
        Assert.Contains("拆分 split", table.Output, StringComparison.Ordinal);
        Assert.Contains("不替代法定审查", table.Output, StringComparison.Ordinal);
    }

    private const string MergeAndRename = """
        import sys
        from osgeo import ogr
        file = ogr.Open(sys.argv[1], 1)
        parcels = file.GetLayerByName('parcels')
        def feature(name):
            parcels.SetAttributeFilter(f"parcel_id = '{name}'")
            return parcels.GetNextFeature()
        one, two = feature(sys.argv[2]), feature(sys.argv[3])
        one.SetGeometry(ogr.ForceToMultiPolygon(one.GetGeometryRef().Union(two.GetGeometryRef())))
        one['parcel_id'] = 'merged'
        parcels.SetFeature(one)
        parcels.DeleteFeature(two.GetFID())
        other = feature(sys.argv[4])
        other['parcel_id'] = 'renamed'
        parcels.SetFeature(other)
        """;

    private static double LandOf(Renewal.Ending ending) => JsonDocument.Parse(ending.Output).RootElement.GetProperty("old").GetProperty("area_m2").GetDouble();

    private (string One, string Two) Neighbours(IReadOnlyList<string> parcels)
    {
        var list = string.Join(',', parcels.Select(id => $"'{id}'"));
        var found = TemporaryFolder.Run(
            "ogrinfo", "-q", "-dialect", "sqlite", "-sql",
            $"SELECT a.parcel_id || ' ' || b.parcel_id AS pair FROM parcels a, parcels b WHERE a.parcel_id < b.parcel_id AND a.parcel_id IN ({list}) AND b.parcel_id IN ({list}) AND ST_Length(ST_Intersection(a.geom, b.geom)) > 5 LIMIT 1",
            Sample);
        var pair = found.Split('\n').Single(line => line.Contains("pair", StringComparison.Ordinal) && line.Contains('=', StringComparison.Ordinal)).Split('=')[1].Trim().Split(' ');
        return (pair[0], pair[1]);
    }

    private void Boundaries(string name, string id, string where) => TemporaryFolder.Run(
        "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-t_srs", "EPSG:4490", _folder[name], Sample, "-dialect", "sqlite",
        "-sql", $"SELECT {id} AS id, ST_Union(geom) AS geom FROM parcels WHERE {where} GROUP BY 1");

    private void Propose(string name)
    {
        var ending = Renewal.Run("propose", Sample, "--rules", "chongqing-2025", "-o", _folder[name], "--area-maps", "0");
        Assert.True(ending.Code == 1, ending.Error);
    }

    private void Edit(params string[] lines)
    {
        File.WriteAllLines(_folder["script.txt"], [.. lines, $"write {_folder["edited.gpkg"]}"]);
        var ending = Renewal.Run("edit", _folder["plan.gpkg"], "--city", Sample, "--script", _folder["script.txt"]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
    }
}
