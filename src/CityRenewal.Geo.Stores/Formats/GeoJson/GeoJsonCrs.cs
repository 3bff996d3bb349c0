using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the crs member that GeoJSON had before RFC 7946 and that offices still write: by name, by link, or by code.</summary>
internal static partial class GeoJsonCrs
{
    // The names of IGN France that its own exports use.
    private static readonly Dictionary<string, int> Ignf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LAMB93"] = 2154, ["RGF93LAMB93"] = 2154, ["RGF93G"] = 4326, ["RGF93GEO"] = 4326, ["WGS84G"] = 4326,
    };

    /// <summary>What the member says; nothing where it is null or empty.</summary>
    public static ReferenceSystemClue Of(JsonElement member)
    {
        if (member.ValueKind == JsonValueKind.String)
        {
            return Named(member.GetString()!);
        }

        if (member.ValueKind != JsonValueKind.Object || !member.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return ReferenceSystemClue.None;
        }

        if (properties.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.Number or JsonValueKind.String)
        {
            return Named("EPSG:" + code);
        }

        foreach (var key in (string[])["name", "href"])
        {
            if (properties.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String)
            {
                return Named(text.GetString()!);
            }
        }

        return ReferenceSystemClue.None;
    }

    private static ReferenceSystemClue Named(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return ReferenceSystemClue.None;
        }

        var source = $"the crs member ({(name.Length > 80 ? name[..80] + "…" : name)})";
        if (name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase))
        {
            return new ReferenceSystemClue(4326, null, source);
        }

        if (EpsgCode().Match(name) is { Success: true } found && int.TryParse(found.Groups[1].Value, CultureInfo.InvariantCulture, out var epsg))
        {
            return new ReferenceSystemClue(epsg, null, source);
        }

        return name.Contains("IGNF", StringComparison.OrdinalIgnoreCase) && Ignf.TryGetValue(name[(name.LastIndexOfAny([':', '/']) + 1)..], out var french)
            ? new ReferenceSystemClue(french, null, source)
            : new ReferenceSystemClue(null, name, source);
    }

    // EPSG:4544, urn:ogc:def:crs:EPSG::4544, urn:ogc:def:crs:EPSG:6.18:4544, …/crs/EPSG/0/4544, …/ref/epsg/4544/
    [GeneratedRegex(@"EPSG(?:[:/][\d.]*)?[:/](\d{1,9})(?!\d)/?(?:proj4/?|ogcwkt/?|esriwkt/?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EpsgCode();
}
