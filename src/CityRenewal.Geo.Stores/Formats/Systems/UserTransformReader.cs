using System.Globalization;
using CityRenewal.Geo.Shapes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads `method: helmert_7` with `from`, `convention`, `tx_m` … `scale_ppm`, or `method: planar_4` with `from`, `to`, `east_m`,
/// `north_m`, `rotation_arcsec`, `scale_ppm`. What is wrong is told by key; numbers are never repeated.
/// </summary>
internal sealed class UserTransformReader
{
    private static readonly string[] SevenKeys = ["tx_m", "ty_m", "tz_m", "rx_arcsec", "ry_arcsec", "rz_arcsec", "scale_ppm"];
    private static readonly string[] FourKeys = ["east_m", "north_m", "rotation_arcsec", "scale_ppm"];

    private readonly Dictionary<string, string> _entries;
    private readonly List<string> _problems = [];

    private UserTransformReader(Dictionary<string, string> entries) => _entries = entries;

    public static UserTransform Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(path, "there is no such file.", "Give the path of a YAML file to --transform.");
        }

        var name = Path.GetFileName(path);
        var reader = new UserTransformReader(Entries(name, path));
        var transform = reader.Read();
        return reader._problems.Count == 0
            ? transform
            : throw new StoreException(
                name,
                $"{reader._problems.Count} things are wrong: {string.Join("; ", reader._problems)}.",
                $"Write `method: helmert_7` with from (xian_1980, beijing_1954 or an EPSG code), convention (position_vector or coordinate_frame), {string.Join(", ", SevenKeys)}; "
                + $"or `method: planar_4` with from (an EPSG code or local), to (an EPSG code), {string.Join(", ", FourKeys)}.");
    }

    // Broken YAML is told by its line alone: a parser's own words may hold what stands there.
    private static Dictionary<string, string> Entries(string name, string path)
    {
        if (new FileInfo(path).Length > 100_000)
        {
            throw new StoreException(name, "it is far too long for a transformation.", "Give the YAML file with the parameters to --transform.");
        }

        var stream = new YamlStream();
        try
        {
            using var text = new StreamReader(path);
            stream.Load(text);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            var line = broken is YamlException { Start.Line: > 0 } yaml ? $"line {yaml.Start.Line}: " : "";
            throw new StoreException(name, $"{line}it is not YAML.", "Look at the indentation, colons and quotes there.");
        }

        return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode map
            ? map.Children.Where(pair => pair.Key is YamlScalarNode && pair.Value is YamlScalarNode)
                .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => ((YamlScalarNode)pair.Value).Value ?? "")
            : throw new StoreException(name, "it holds no `key: value` lines.", "Begin with `method: helmert_7` or `method: planar_4`.");
    }

    private UserTransform Read()
    {
        var isSeven = Word("method", "helmert_7", "planar_4") == "helmert_7";
        string[] keys = [.. isSeven ? SevenKeys : FourKeys, "method", "from", .. isSeven ? ["convention"] : (string[])["to"]];
        foreach (var unknown in _entries.Keys.Except(keys))
        {
            _problems.Add($"`{unknown}` is no key here");
        }

        return isSeven ? Seven() : Four();
    }

    private UserTransform Seven()
    {
        var (from, datum) = From();
        if (datum is null)
        {
            _problems.Add("`from` of seven parameters is xian_1980, beijing_1954, new_beijing or an EPSG code of theirs");
        }

        // A turn of the frame is the contrary turn of what stands in it.
        var sign = Word("convention", "position_vector", "coordinate_frame") == "coordinate_frame" ? -1 : 1;
        return new UserTransform
        {
            From = from,
            Datum = datum,
            To = ReferenceSystems.Cgcs2000,
            Helmert = new HelmertShift(
                Number("tx_m"), Number("ty_m"), Number("tz_m"),
                sign * Arcseconds("rx_arcsec"), sign * Arcseconds("ry_arcsec"), sign * Arcseconds("rz_arcsec"),
                Number("scale_ppm") * 1e-6),
        };
    }

    private UserTransform Four()
    {
        var (from, datum) = From();
        if (from is null || (from != ReferenceSystems.Local && ChineseSystems.Find(from.Value)?.IsGeographic != false))
        {
            _problems.Add("`from` of four parameters is the EPSG code of a plane system, or local");
        }

        var to = Code(_entries.GetValueOrDefault("to", ""));
        if (to is not { } code || !ReferenceSystems.TryFind(code, out var system) || system.IsGeographic || system.IsInputOnly)
        {
            _problems.Add("`to` is the EPSG code of a supported plane system, such as 4545");
        }

        return new UserTransform
        {
            From = from,
            Datum = datum,
            To = to ?? 0,
            Planar = new PlanarShift(Number("east_m"), Number("north_m"), Arcseconds("rotation_arcsec"), Number("scale_ppm") * 1e-6),
        };
    }

    private (int? Epsg, ChineseDatum? Datum) From() => _entries.GetValueOrDefault("from", "") switch
    {
        "xian_1980" => (null, ChineseDatum.Xian1980),
        "beijing_1954" => (null, ChineseDatum.Beijing1954),
        "new_beijing" => (null, ChineseDatum.NewBeijing),
        "local" => (ReferenceSystems.Local, null),
        var text when Code(text) is { } epsg && ChineseSystems.DatumOf(epsg) is { } datum && datum != ChineseDatum.Cgcs2000 => (epsg, datum),
        _ => (null, null),
    };

    private static int? Code(string text) =>
        int.TryParse(text.Replace("EPSG:", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None, CultureInfo.InvariantCulture, out var epsg) ? epsg : null;

    private string Word(string key, string one, string other)
    {
        var word = _entries.GetValueOrDefault(key, "");
        if (word != one && word != other)
        {
            _problems.Add($"`{key}` is {one} or {other}");
        }

        return word;
    }

    private double Arcseconds(string key) => double.DegreesToRadians(Number(key) / 3600);

    private double Number(string key)
    {
        if (double.TryParse(_entries.GetValueOrDefault(key, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        _problems.Add($"`{key}` is no number");
        return 0;
    }
}
