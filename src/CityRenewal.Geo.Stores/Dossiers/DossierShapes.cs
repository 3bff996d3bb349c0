using System.Globalization;
using System.Text.Json;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>Outlines as GeoJSON with every digit that they have, so that whoever reads them back measures the same.</summary>
public static class DossierShapes
{
    /// <summary>The document.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="shapes">Polygons in original coordinates, as many.</param>
    /// <param name="epsg">Their reference system; 0 for a local one, which a file cannot name.</param>
    public static byte[] Of(IReadOnlyList<string> ids, SourceShapes shapes, int epsg)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = false }))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            if (epsg != 0)
            {
                WriteSystem(json, epsg);
            }

            json.WriteStartArray("features");
            for (var row = 0; row < shapes.Count; row++)
            {
                WriteFeature(json, ids[row], shapes, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The outlines of the areas of a plan, in the system that its city was delivered in.</summary>
    public static byte[] Of(City city, IReadOnlyList<RenewalArea> areas) => Of(
        [.. areas.Select(area => area.Id)],
        GridShapes.ToSource([.. areas.Select(area => area.Outline)], PlaneTransform.Between(city.Epsg, city.Plane)),
        city.Epsg);

    private static void WriteSystem(Utf8JsonWriter json, int epsg)
    {
        json.WriteStartObject("crs");
        json.WriteString("type", "name");
        json.WriteStartObject("properties");
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"urn:ogc:def:crs:EPSG::{epsg}"));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, string id, SourceShapes shapes, int row)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        int first = shapes.FeatureStart[row], end = shapes.FeatureStart[row + 1];
        for (var ring = first; ring < end; ring++)
        {
            if (StartsPart(ring))
            {
                json.WriteStartArray();
            }

            WriteRing(json, shapes, ring);
            if (ring + 1 == end || StartsPart(ring + 1))
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        bool StartsPart(int ring) => ring == first || shapes.IsHole.Length == 0 || !shapes.IsHole[ring];
    }

    private static void WriteRing(Utf8JsonWriter json, SourceShapes shapes, int ring)
    {
        json.WriteStartArray();
        for (var vertex = shapes.RingStart[ring]; vertex < shapes.RingStart[ring + 1]; vertex++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(shapes.X[vertex]);
            json.WriteNumberValue(shapes.Y[vertex]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
