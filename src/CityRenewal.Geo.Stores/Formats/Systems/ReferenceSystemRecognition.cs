using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Tells which supported system a well-known text means, by its datum, method and parameters and never by its name alone:
/// Esri's and GDAL's spellings, both versions of the text, with or without a zone prefix, with or without an authority.
/// Foreign text never reaches a projection library.
/// </summary>
internal static class ReferenceSystemRecognition
{
    /// <summary>The system meant, or the reason why none is and which come near.</summary>
    public static RecognisedSystem Of(string wellKnownText)
    {
        if (WktNode.Parse(wellKnownText.Trim().TrimStart('\uFEFF')) is not { } root)
        {
            return RecognisedSystem.Unknown("the text is no well-known text");
        }

        var projected = root.Find("PROJCS", "PROJCRS", "PROJECTEDCRS");
        var geographic = root.Find("GEOGCS", "GEOGCRS", "GEOGRAPHICCRS", "GEODCRS", "BASEGEOGCRS", "BASEGEODCRS");
        if (geographic is null)
        {
            return RecognisedSystem.Unknown("it names no geographic system");
        }

        if (geographic.Find("PRIMEM", "PRIMEMERIDIAN") is { } meridian && meridian.Number(1) is not (0 or double.NaN))
        {
            return RecognisedSystem.Unknown($"its prime meridian is {meridian.Name}, not Greenwich");
        }

        var datum = Datum.Of(geographic);
        if (datum.Old is { } old)
        {
            var system = projected is null ? ChineseSystems.Geographic(old) : ProjectionParameters.Of(projected).OnOld(old);
            return RecognisedSystem.Unknown($"its datum is {datum.Name}") with { OldDatum = old, OldSystem = system };
        }

        return projected is null ? Geographic(datum) : Projected(projected, datum);
    }

    private static RecognisedSystem Geographic(Datum datum) => datum.Family switch
    {
        DatumFamily.Cgcs2000 => RecognisedSystem.As(4490, "degrees on " + datum.Name),
        DatumFamily.Wgs84 => RecognisedSystem.As(4326, "degrees on " + datum.Name),
        _ => RecognisedSystem.Unknown($"its datum {datum.Name} is none of the supported ones", 4490, 4326),
    };

    private static RecognisedSystem Projected(WktNode projected, Datum datum)
    {
        var found = ProjectionParameters.Of(projected);
        if (found.MetresPerUnit is not 1)
        {
            return RecognisedSystem.Unknown($"its unit is {found.MetresPerUnit} m, not the metre");
        }

        if (found.Kind is null)
        {
            return RecognisedSystem.Unknown($"its projection {found.Method} is none of the supported ones");
        }

        var same = ReferenceSystems.Supported.Where(system => system.Kind == found.Kind && found.Matches(system)).ToList();
        var onDatum = same.Where(system => datum.Is(system)).ToList();
        if (onDatum.Count == 0)
        {
            var reason = same.Count == 0
                ? $"no supported system has its parameters ({found})"
                : $"its parameters are known ({found}), but its datum {datum.Name} is not";
            return RecognisedSystem.Unknown(reason, [.. same.Select(system => system.Epsg)]);
        }

        return RecognisedSystem.As(Nearest(onDatum, projected.Name).Epsg, $"{found} on {datum.Name}");
    }

    // The 3-degree and the 6-degree zone of one meridian have the same parameters, so the same coordinates; the name decides.
    private static ReferenceSystem Nearest(List<ReferenceSystem> systems, string name)
    {
        // Only a name of the register or of Esri for the wide zone means it; districts are drawn in the narrow one.
        var letters = new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        var saysThree = letters.Contains("3deg", StringComparison.Ordinal)
            || !(letters.Contains("gkcm", StringComparison.Ordinal) || letters.Contains("gkzone", StringComparison.Ordinal)
                || letters.Contains("gausskruger", StringComparison.Ordinal));
        return systems.FirstOrDefault(system => system.Name.Contains("3-degree", StringComparison.Ordinal) == saysThree) ?? systems[0];
    }
}
