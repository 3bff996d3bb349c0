using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Settles the reference system of a delivered layer: the user's word, else the file's, else a question with what each answer would mean.</summary>
internal static class ReferenceSystemChoice
{
    /// <summary>EPSG code, 0 for a declared local metric system, and by what it was settled.</summary>
    /// <exception cref="StoreException">Nothing says which system it is, or it is none of the supported ones.</exception>
    public static (int Epsg, string Reason) For(DeliveredLayer layer, int? given)
    {
        if (given is { } epsg)
        {
            return epsg == ReferenceSystems.Local || ReferenceSystems.TryFind(epsg, out _)
                ? (epsg, Given(layer, epsg))
                : throw Unsupported(layer, $"EPSG:{epsg} was asked for.");
        }

        if (layer.Clue.Epsg is { } stated && ReferenceSystems.TryFind(stated, out _))
        {
            return (stated, layer.Clue.Source);
        }

        if (layer.Clue.WellKnownText is { } text)
        {
            var recognised = ReferenceSystemRecognition.Of(text);
            return recognised.Epsg is { } found
                ? (found, $"{layer.Clue.Source}: {recognised.Reason}")
                : throw Unsupported(layer, $"{layer.Clue.Source} is not recognised: {recognised.Reason}.", recognised.Candidates);
        }

        throw layer.Clue.Epsg is { } other
            ? Unsupported(layer, $"{layer.Clue.Source} names EPSG:{other}, which is not supported.")
            : Unsupported(layer, "nothing says which reference system its coordinates are in.");
    }

    private static string Given(DeliveredLayer layer, int epsg)
    {
        var stated = layer.Clue.Epsg ?? (layer.Clue.WellKnownText is { } text ? ReferenceSystemRecognition.Of(text).Epsg : null);
        return stated is { } other && other != epsg ? $"given, although {layer.Clue.Source} says EPSG:{other}" : "given";
    }

    private static StoreException Unsupported(DeliveredLayer layer, string problem, IReadOnlyList<int>? candidates = null)
    {
        var meanings = (candidates is { Count: > 0 } ? candidates : [.. ReferenceSystems.Supported.Select(system => system.Epsg)])
            .Select(epsg => Meaning(layer.Shapes, epsg)).OfType<string>().Distinct().Take(12).ToList();
        var list = meanings.Count == 0
            ? " Its coordinates lie in the reach of no supported system."
            : " It would mean:\n    " + string.Join("\n    ", meanings) + "\n   ";
        return new StoreException(
            Named(layer),
            problem + list,
            "Give the right one as `crs:` in the mapping or with --crs (0 for a local metric system that is to stay as it is), "
            + "or convert the layer.");
    }

    private static string Named(DeliveredLayer layer) =>
        Path.GetFileNameWithoutExtension(layer.File) == layer.Name ? layer.File : $"{layer.File}, layer {layer.Name}";

    // UTM zones all fit the same numbers and are told apart by nothing in them, so they are not listed.
    private static string? Meaning(SourceShapes shapes, int epsg)
    {
        var system = ReferenceSystems.Find(epsg);
        var (x, y) = Middle(shapes);
        Span<double> longitude = stackalloc double[1], latitude = stackalloc double[1];
        LonLat.From(epsg).Of([x], [y], longitude, latitude);
        var fits = system.AreaOfUse.Contains(longitude[0], latitude[0]);
        return fits && epsg is < 32600 or > 32799
            ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{epsg} {system.Name}: the layer lies at {longitude[0]:0.###}° E, {latitude[0]:0.###}° N")
            : null;
    }

    private static (double X, double Y) Middle(SourceShapes shapes)
    {
        var x = shapes.X.Where(double.IsFinite).Order().ToArray();
        var y = shapes.Y.Where(double.IsFinite).Order().ToArray();
        return x.Length == 0 || y.Length == 0 ? (double.NaN, double.NaN) : (x[x.Length / 2], y[y.Length / 2]);
    }
}
