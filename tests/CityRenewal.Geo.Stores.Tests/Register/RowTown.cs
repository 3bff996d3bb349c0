using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Register;

/// <summary>Ten parcels in a row, in two communities of one district, with a house of 300 m² and four households on each.</summary>
internal static class RowTown
{
    /// <summary>Imports the town as city.gpkg.</summary>
    internal static void Write(TemporaryFolder folder)
    {
        File.WriteAllText(folder["parcels.geojson"], Layer(Enumerable.Range(0, 10).Select(i => Square(i, 0, 30, ("parcel_id", $"P{i}")))));
        File.WriteAllText(folder["administrative_units.geojson"], Layer([
            Band(0, 6, ("zone_id", "C1"), ("kind", "community"), ("name", "东社区")), Band(6, 10, ("zone_id", "C2"), ("kind", "community"), ("name", "西社区")),
            Band(0, 10, ("zone_id", "D1"), ("kind", "district"), ("name", "某区")),
        ]));
        WriteBuildings(folder, 0, 10);
    }

    /// <summary>Imports the town again with the houses of some parcels alone.</summary>
    internal static void WriteBuildings(TemporaryFolder folder, int first, int count)
    {
        File.WriteAllText(folder["buildings.geojson"], Layer(Enumerable.Range(first, count).Select(House)));
        Done("import", folder["parcels.geojson"], folder["buildings.geojson"], folder["administrative_units.geojson"], "-o", folder["city.gpkg"]);
    }

    internal static string Done(params string[] arguments)
    {
        var ending = Renewal.Run(arguments);
        Assert.True(ending.Code is 0 or 1, $"{string.Join(' ', arguments)}: {ending.Error}{ending.Output}");
        return ending.Output;
    }

    private static string House(int i) => Square(
        i, 5, 10, ("building_id", $"B{i}"), ("storeys_above", 3), ("floor_area_m2", 300), ("households", 4), ("people", 12), ("year_built", 1990));

    private static string Square(int i, double inset, double side, params (string, object)[] fields) => Feature((i * 30) + inset, inset, side, side, fields);

    internal static string Band(int from, int to, params (string, object)[] fields) => Feature(from * 30, 0, (to - from) * 30, 30, fields);

    private static string Feature(double x, double y, double width, double height, (string Name, object Value)[] fields)
    {
        const double West = 500_000, South = 3_270_000;
        var ring = string.Join(',', new[] { (x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y) }.Select(corner =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{West + corner.Item1},{South + corner.Item2}]")));
        return $"{{\"type\":\"Feature\",\"properties\":{JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => field.Value))},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}}}";
    }

    internal static string Layer(IEnumerable<string> features) =>
        $"{{\"type\":\"FeatureCollection\",\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"urn:ogc:def:crs:EPSG::4545\"}}}},\"features\":[{string.Join(',', features)}]}}";
}
