using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Settles the reference system of a delivered layer: the user's word, else the file's, else it must be asked.</summary>
internal static class ReferenceSystemChoice
{
    /// <summary>Name of a layer in messages and options: its file, or file/layer where the two differ.</summary>
    public static string Named(DeliveredLayer layer) => Named(layer.File, layer.Name);

    /// <summary>The same of a layer whose names are known.</summary>
    public static string Named(string file, string layer) =>
        Path.GetFileNameWithoutExtension(file) == layer ? file : $"{file}/{layer}";

    /// <summary>The system, or why it must be asked.</summary>
    /// <exception cref="StoreException">An old datum, or swapped axes: what it is, and what to do.</exception>
    public static SystemFinding For(DeliveredLayer delivered, SystemAsked asked)
    {
        var layer = asked.SwapAxes ? SwappedAxes.Of(delivered) : delivered;
        var finding = asked.Epsg is { } epsg ? Given(layer, epsg, asked.Transform) : Stated(layer, asked.Transform);
        if (finding.Epsg is not { } found || found == ReferenceSystems.Local || !ReferenceEquals(finding.Layer, layer))
        {
            return finding;
        }

        var source = asked.Epsg is not null ? "the system given" : layer.Clue.Source;
        return CoordinateFit.Objection(layer, ReferenceSystems.Find(found), source, asked.SwapAxes) is { } objection
            ? new SystemFinding(layer, null, objection)
            : finding with { Reason = finding.Reason + (asked.SwapAxes ? "; axes swapped as asked" : "") };
    }

    private static SystemFinding Given(DeliveredLayer layer, int epsg, UserTransform? transform)
    {
        if (transform?.IsFor(epsg) == true)
        {
            return transform.Applied(layer, ChineseSystems.Find(epsg));
        }

        if (epsg != ReferenceSystems.Local && !ReferenceSystems.TryFind(epsg, out _))
        {
            return Unsupported(layer, epsg, $"EPSG:{epsg} was asked for", transform);
        }

        var stated = layer.Clue.Epsg ?? (layer.Clue.WellKnownText is { } text ? ReferenceSystemRecognition.Of(text).Epsg : null);
        return new SystemFinding(
            layer, epsg, stated is { } other && other != epsg ? $"given, although {layer.Clue.Source} says EPSG:{other}" : "given");
    }

    private static SystemFinding Stated(DeliveredLayer layer, UserTransform? transform)
    {
        if (layer.Clue.Epsg is { } stated && ReferenceSystems.TryFind(stated, out var system))
        {
            var recognised = layer.Clue.WellKnownText is { } definition ? ReferenceSystemRecognition.Of(definition).Epsg : null;
            return recognised is { } other && !ReferenceSystems.Find(other).HasProjectionOf(system)
                ? new SystemFinding(layer, null, $"{layer.Clue.Source} names EPSG:{stated}, but its definition is that of EPSG:{other}.")
                : new SystemFinding(layer, stated, layer.Clue.Source);
        }

        if (layer.Clue.WellKnownText is { } text)
        {
            return Recognised(layer, text, transform);
        }

        return layer.Clue.Epsg is { } unsupported
            ? Unsupported(layer, unsupported, $"{layer.Clue.Source} names EPSG:{unsupported}", transform)
            : new SystemFinding(layer, null, "nothing says which reference system its coordinates are in.");
    }

    private static SystemFinding Recognised(DeliveredLayer layer, string text, UserTransform? transform)
    {
        var recognised = ReferenceSystemRecognition.Of(text);
        if (recognised.OldDatum is { } datum)
        {
            return OldDatums.Settle(layer, new OldSystem(datum, recognised.OldSystem, layer.Clue.Source), transform);
        }

        if (recognised.Epsg is { } found)
        {
            return new SystemFinding(layer, found, $"{layer.Clue.Source}: {recognised.Reason}");
        }

        return layer.Clue.Epsg is { } code
            ? Unsupported(layer, code, $"{layer.Clue.Source} names EPSG:{code}", transform)
            : new SystemFinding(layer, null, $"{layer.Clue.Source} is not recognised: {recognised.Reason}.");
    }

    private static SystemFinding Unsupported(DeliveredLayer layer, int epsg, string who, UserTransform? transform)
    {
        if (ChineseSystems.Find(epsg) is not { } system)
        {
            return new SystemFinding(layer, null, $"{who}, which is not supported.");
        }

        var datum = ChineseSystems.DatumOf(epsg)!.Value;
        return datum == ChineseDatum.Cgcs2000
            ? new SystemFinding(layer, null, $"{who}, which is {system.Name} with its central meridian at {system.CentralMeridian}° E and is not supported; "
                + "the zones of Chongqing 重庆 are EPSG:4544-4546, with zone prefix 4523-4525.")
            : OldDatums.Settle(layer, new OldSystem(datum, system, $"EPSG:{epsg}"), transform);
    }
}
