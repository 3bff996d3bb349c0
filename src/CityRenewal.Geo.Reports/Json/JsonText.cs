using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Writes one JSON document: Chinese as Chinese, numbers that round-trip, undefined as null.</summary>
internal static class JsonText
{
    private const int MostPending = 1 << 16;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>A document in one line.</summary>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable with { Indented = false }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        Write(bytes, write);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Writes a long document as UTF-8 without holding it.</summary>
    public static void Write(Stream target, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(target, Readable);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    /// <summary>Hands on what was written so far, once that is much.</summary>
    public static void FlushIfMuch(this Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending)
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
