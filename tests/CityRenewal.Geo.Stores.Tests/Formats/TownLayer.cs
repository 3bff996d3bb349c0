using System.Globalization;
using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A row of square parcels of 100 m² in EPSG:4544, written as GeoJSON with their ids and names.</summary>
internal static class TownLayer
{
    public static void Write(string path, params (string Id, string Name)[] parcels)
    {
        var features = parcels.Select((parcel, i) =>
        {
            FormattableString ring = $"[[{500_000 + (20 * i)},3200000],[{500_010 + (20 * i)},3200000],[{500_010 + (20 * i)},3200010],[{500_000 + (20 * i)},3200010],[{500_000 + (20 * i)},3200000]]";
            var properties = JsonSerializer.Serialize(new { parcel_id = parcel.Id, name = parcel.Name });
            return $"{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring.ToString(CultureInfo.InvariantCulture)}]}}}}";
        });
        File.WriteAllText(
            path,
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4544\"}},\"features\":["
            + string.Join(",\n", features) + "]}");
    }
}
