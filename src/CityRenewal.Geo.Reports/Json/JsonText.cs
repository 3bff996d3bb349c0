using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Writes one JSON document: Chinese as Chinese, numbers that round-trip, undefined as null.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        To(bytes, write);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Writes the document as it grows: one of a large city never stands in memory as a whole.</summary>
    public static void To(Stream stream, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    /// <summary>Hands on what is written so far once it is much; called between the items of a long list.</summary>
    public static void HandOn(this Utf8JsonWriter json)
    {
        if (json.BytesPending > 1 << 16)
        {
            json.Flush();
        }
    }

    /// <summary>A number, or null where there is none.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A measure with the half width of its interval, or null with the reason beside it.</summary>
    public static void WriteMeasure(this Utf8JsonWriter json, MeasureName name, Measured measured)
    {
        json.WriteOptional(name.Wire, measured.Value);
        if (measured.WhyNot is { } whyNot)
        {
            json.WriteString(name.Wire + MeasureNames.WhyNotSuffix, whyNot.Text);
        }
        else if (measured.Low is { } low && low != measured.High)
        {
            // An interval that is open above has no upper end, and says so.
            json.WriteNumber(name.Wire + "_low", low);
            json.WriteOptional(name.Wire + "_high", measured.High);
        }
    }
}
