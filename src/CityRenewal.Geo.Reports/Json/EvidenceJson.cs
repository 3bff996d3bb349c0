using System.Text.Json;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>What a verdict was computed from, so that anyone can sum it again: parts, strips, tolerance, layers with versions.</summary>
internal static class EvidenceJson
{
    /// <summary>The object `evidence`.</summary>
    public static void Write(Utf8JsonWriter json, Evidence evidence, City city)
    {
        json.WriteStartObject("evidence");
        json.WriteOptional("numerator", evidence.Numerator);
        json.WriteOptional("denominator", evidence.Denominator);
        WriteIds(json, "parcels", evidence.Parcels, city.Parcels.Ids);
        WriteIds(json, "buildings", evidence.Buildings, city.Buildings.Ids);
        WriteParts(json, evidence.Parts, city);
        WriteNamedParts(json, evidence.NamedParts);
        json.WriteStartArray("strips");
        foreach (var strip in evidence.Strips.OrderBy(strip => city.Parcels.Ids[strip.Parcel], StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("parcel", city.Parcels.Ids[strip.Parcel]);
            json.WriteNumber("area_m2", strip.AreaM2);
            json.WriteNumber("width_m", strip.WidthM);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("strip_area_m2", evidence.StripArea);
        json.WriteOptional("tolerance_m", evidence.Tolerance);
        WriteTexts(json, "others", evidence.Others);
        json.WriteEndObject();
    }

    /// <summary>The array `sources`.</summary>
    public static void WriteSources(Utf8JsonWriter json, IReadOnlyList<FindingSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("layer", source.Layer);
            json.WriteString("version", source.Version);
            WriteTexts(json, "features", source.Features);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Only where things are no features of the present layers.
    private static void WriteNamedParts(Utf8JsonWriter json, IReadOnlyList<NamedPart> parts)
    {
        if (parts.Count == 0)
        {
            return;
        }

        json.WriteStartArray("named_parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("building", part.Name);
            WriteTexts(json, "by", part.By);
            json.WriteOptional("buildings_version", part.Version);
            json.WriteOptional("floor_area_m2", part.Whole);
            json.WriteNumber("above", part.Above);
            json.WriteNumber("below", part.Below);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<EvidencePart> parts, City city)
    {
        json.WriteStartArray("parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString(part.IsBuilding ? "building" : "parcel", (part.IsBuilding ? city.Buildings.Ids : city.Parcels.Ids)[part.Row]);
            json.WriteNumber("above", part.Above);
            json.WriteNumber("below", part.Below);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<int> rows, TextColumn ids) =>
        WriteTexts(json, name, rows.Select(row => ids[row]).Order(StringComparer.Ordinal));

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
