using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Writes the parts of a building as JSON: every value that was delivered, the number in the file, and the outline as WKT.</summary>
internal static class PartText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the column `parts`.</summary>
    public static string Of(PartColumns columns, IReadOnlyList<int> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                Write(json, columns, row);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PartColumns columns, int row)
    {
        json.WriteStartObject();
        json.WriteNumber("fid", columns.Layer.FidOf(row));
        foreach (var column in columns.Layer.Columns.Where(column => column.Name != "building_id" && column.TextOf(row).Length > 0))
        {
            if (column is TextSource)
            {
                json.WriteString(column.Name, column.TextOf(row));
            }
            else
            {
                json.WriteNumber(column.Name, PartColumns.Number(column, row));
            }
        }

        json.WriteString("outline", Outline(columns.RingsOf(row)));
        json.WriteEndObject();
    }

    private static string Outline(IReadOnlyList<PlainRing> rings)
    {
        var text = new StringBuilder("MULTIPOLYGON (");
        for (var i = 0; i < rings.Count; i++)
        {
            text.Append(rings[i].IsHole ? ", (" : i == 0 ? "((" : "), ((");
            text.AppendJoin(", ", rings[i].X.Select((x, vertex) => string.Create(CultureInfo.InvariantCulture, $"{x:R} {rings[i].Y[vertex]:R}"))).Append(')');
        }

        return text.Append(rings.Count == 0 ? ")" : "))").ToString();
    }
}
