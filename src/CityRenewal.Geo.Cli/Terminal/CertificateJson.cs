using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Certificates of areas as one document.</summary>
internal static class CertificateJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void To(Stream stream, IReadOnlyList<AreaCertificate> certificates, City city)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteStartArray("areas");
        foreach (var one in certificates)
        {
            json.WriteStartObject();
            json.WriteString("area", one.Area);
            json.WriteNumber("candidates", one.Candidates);
            json.WriteNumber("rings", one.Rings);
            Write(json, "objective_m2", one.Value);
            Write(json, "best_m2", one.Best);
            Write(json, "bound_m2", one.Bound);
            Write(json, "gap", one.Gap);
            json.WriteBoolean("is_proven", one.IsProven);
            json.WriteBoolean("is_closed", one.IsClosed);
            WriteParcels(json, "added", one.Added, city);
            WriteParcels(json, "removed", one.Removed, city);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("data_version", city.DataVersion);
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
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

    private static void WriteParcels(Utf8JsonWriter json, string name, IReadOnlyList<int> parcels, City city)
    {
        json.WriteStartArray(name);
        foreach (var id in parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }
}
