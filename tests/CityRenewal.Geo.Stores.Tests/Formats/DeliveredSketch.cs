using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Writes small GeoJSON deliveries in EPSG:4544: squares in a row, each with the given attributes.</summary>
internal static class DeliveredSketch
{
    private const double East = 650_000;
    private const double North = 3_270_000;

    /// <summary>A file of squares, 20 m apart and 10 m wide.</summary>
    public static string Write(string path, params (string Field, object Value)[][] rows)
    {
        var features = rows.Select((row, i) => Feature(row, East + (20 * i)));
        File.WriteAllText(path, $$$$"""
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4544"}},
            "features":[{{{{string.Join(",\n", features)}}}}]}
            """);
        return path;
    }

    /// <summary>One square a value, all with one field.</summary>
    public static string Column(string path, string field, params object[] values) =>
        Write(path, [.. values.Select((value, i) => new (string, object)[] { ("房屋编号", $"F{i}"), ("结构", "砖混"), (field, value) })]);

    private static string Feature((string Field, object Value)[] row, double x)
    {
        var properties = new StringBuilder();
        properties.AppendJoin(",", row.Select(value => $"{JsonSerializer.Serialize(value.Field)}:{JsonSerializer.Serialize(value.Value)}"));
        var ring = string.Join(",", new[] { (0, 0), (10, 0), (10, 10), (0, 10), (0, 0) }
            .Select(corner => string.Create(CultureInfo.InvariantCulture, $"[{x + corner.Item1},{North + corner.Item2}]")));
        return $$$$"""{"type":"Feature","properties":{{{{{properties}}}}},"geometry":{"type":"Polygon","coordinates":[[{{{{ring}}}}]]}}""";
    }
}
