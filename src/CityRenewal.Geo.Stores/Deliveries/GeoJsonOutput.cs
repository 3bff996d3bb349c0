using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>A layer of polygons as GeoJSON with the crs member that GDAL writes, in whatever system the layer is.</summary>
public static class GeoJsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static WrittenFile Of(SourceLayer layer)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteString("name", layer.Name);
            WriteSystem(writer, layer.Epsg);
            writer.WriteStartArray("features");
            for (var row = 0; row < layer.Shapes.Count; row++)
            {
                WriteFeature(writer, layer, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new WrittenFile($"{layer.Name}.geojson", bytes.ToArray());
    }

    private static void WriteSystem(Utf8JsonWriter writer, int epsg)
    {
        writer.WriteStartObject("crs");
        writer.WriteString("type", "name");
        writer.WriteStartObject("properties");
        writer.WriteString("name", epsg == ReferenceSystems.Cgcs2000 ? "urn:ogc:def:crs:OGC:1.3:CRS84" : $"urn:ogc:def:crs:EPSG::{epsg}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter writer, SourceLayer layer, int row)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        foreach (var column in layer.Columns)
        {
            WriteValue(writer, column, row);
        }

        writer.WriteEndObject();
        WriteGeometry(writer, layer.Shapes, row, layer.Epsg == ReferenceSystems.Cgcs2000 ? 9 : 3);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteValue(Utf8JsonWriter writer, SourceColumn column, int row)
    {
        switch (column)
        {
            case IntegerSource whole when whole.Values[row] != Unknown.Integer:
                writer.WriteNumber(column.Name, whole.Values[row]);
                break;
            case RealSource real when !double.IsNaN(real.Values[row]):
                writer.WriteNumber(column.Name, real.Values[row]);
                break;
            case TextSource text when text.TextOf(row) is { Length: > 0 } words:
                writer.WriteString(column.Name, words);
                break;
            default:
                writer.WriteNull(column.Name);
                break;
        }
    }

    private static void WriteGeometry(Utf8JsonWriter writer, SourceShapes shapes, int row, int digits)
    {
        int first = shapes.FeatureStart[row], end = shapes.FeatureStart[row + 1];
        if (first == end)
        {
            writer.WriteNull("geometry");
            return;
        }

        bool StartsPart(int ring) => ring == first || shapes.IsHole.Length == 0 || !shapes.IsHole[ring];
        writer.WriteStartObject("geometry");
        writer.WriteString("type", "MultiPolygon");
        writer.WriteStartArray("coordinates");
        for (var ring = first; ring < end; ring++)
        {
            if (StartsPart(ring))
            {
                writer.WriteStartArray();
            }

            WriteRing(writer, shapes, ring, digits);
            if (ring + 1 == end || StartsPart(ring + 1))
            {
                writer.WriteEndArray();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRing(Utf8JsonWriter writer, SourceShapes shapes, int ring, int digits)
    {
        writer.WriteStartArray();
        for (var v = shapes.RingStart[ring]; v < shapes.RingStart[ring + 1]; v++)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(shapes.X[v], digits));
            writer.WriteNumberValue(Math.Round(shapes.Y[v], digits));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
