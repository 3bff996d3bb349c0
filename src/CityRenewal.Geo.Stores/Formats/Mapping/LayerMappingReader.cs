using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one entry of a mapping file.</summary>
internal static class LayerMappingReader
{
    /// <summary>What an entry may say.</summary>
    public static readonly IReadOnlyList<string> Keys =
        ["layer", "file", "encoding", "crs", "axes", "id", "fields", "values", "units", "zero", "parts", "classification", "ledgers"];

    private static readonly string[] PresetKeys = [.. Keys, "not", "has", "by_fields"];

    /// <summary>The entry; null where it names no layer or no file.</summary>
    public static LayerMapping? Read(YamlNode node, bool isPreset, MappingProblems problems)
    {
        var entry = problems.Mapping(node, isPreset ? PresetKeys : [.. Keys]);
        var layer = Needed("layer", node, entry, problems);
        var file = isPreset ? "*" : Needed("file", node, entry, problems);
        if (layer.Length > 0 && !LayerNames.All.Contains(layer))
        {
            problems.Add(entry["layer"], $"'{layer}' is no layer of a city; {MappingProblems.NearestOf(layer, [.. LayerNames.All])}");
            layer = "";
        }

        return layer.Length == 0 || file.Length == 0
            ? null
            : new LayerMapping(layer, file, (int)node.Start.Line)
            {
                Encoding = entry.TryGetValue("encoding", out var encoding) ? Encoding(encoding, problems) : null,
                Crs = entry.TryGetValue("crs", out var crs) ? Crs(crs, problems) : null,
                SwapAxes = entry.TryGetValue("axes", out var axes) && IsNorthFirst(axes, problems),
                Id = entry.TryGetValue("id", out var id) ? problems.Texts(id) : [],
                Fields = Fields(layer, entry, problems),
                Classification = entry.TryGetValue("classification", out var level) ? Level(level, problems) : null,
                GroupsParts = entry.TryGetValue("parts", out var parts) ? Parts(parts, problems) : null,
                Signs = isPreset ? Signs(entry, problems) : null,
                IsPreset = isPreset,
                Ledgers = entry.TryGetValue("ledgers", out var ledgers) ? LedgerMappingReader.ReadAll(ledgers, problems) : [],
            };
    }

    private static string Needed(string key, YamlNode node, Dictionary<string, YamlNode> entry, MappingProblems problems)
    {
        if (entry.TryGetValue(key, out var value))
        {
            return problems.Text(value);
        }

        problems.Add(node, $"the entry has no `{key}`");
        return "";
    }

    private static PresetSigns Signs(Dictionary<string, YamlNode> entry, MappingProblems problems)
    {
        IReadOnlyList<string> Of(string key) => entry.TryGetValue(key, out var node) ? problems.Texts(node) : [];
        return new PresetSigns(Of("file"), Of("not"), Of("has"), Of("by_fields"));
    }

    /// <summary>Reads who may see something; noted where the word means nothing.</summary>
    public static Classification? Level(YamlNode node, MappingProblems problems)
    {
        var word = problems.Text(node);
        var level = ClassificationWords.Find(word);
        if (level is null)
        {
            problems.Add(node, $"'{word}' is no classification; known are {string.Join(", ", ClassificationWords.All)}");
        }

        return level;
    }

    private static bool? Parts(YamlNode node, MappingProblems problems)
    {
        var word = problems.Text(node);
        if (word is not ("group" or "keep"))
        {
            problems.Add(node, $"'{word}' says nothing about parts; `parts: group` makes one building of the rows of one code, `parts: keep` leaves them");
        }

        return word == "group";
    }

    internal static string? Encoding(YamlNode node, MappingProblems problems)
    {
        var name = problems.Text(node);
        if (TextEncodings.Find(name) is null)
        {
            problems.Add(node, $"no text encoding is called '{name}'; for example UTF-8, GBK, GB18030, Big5, windows-1252");
        }

        return name;
    }

    private static int? Crs(YamlNode node, MappingProblems problems)
    {
        var text = problems.Text(node);
        if (string.Equals(text, "local", StringComparison.OrdinalIgnoreCase))
        {
            return ReferenceSystems.Local;
        }

        var code = text.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase) ? text[5..] : text;
        if (int.TryParse(code, CultureInfo.InvariantCulture, out var epsg)
            && (epsg == ReferenceSystems.Local || ReferenceSystems.TryFind(epsg, out _) || ChineseSystems.Find(epsg) is not null))
        {
            return epsg;
        }

        problems.Add(node, $"'{text}' is no supported reference system; give an EPSG code such as 4544, or 0 for a local metric system");
        return null;
    }

    private static bool IsNorthFirst(YamlNode node, MappingProblems problems)
    {
        var order = problems.Text(node);
        if (order is not ("north_east" or "east_north"))
        {
            problems.Add(node, $"'{order}' is no order of axes; it is east_north, or north_east where the first coordinate is north");
        }

        return order == "north_east";
    }

    private static IReadOnlyList<FieldRule> Fields(string layer, Dictionary<string, YamlNode> entry, MappingProblems problems)
    {
        var rules = new Dictionary<string, FieldRule>();
        foreach (var (node, column, value) in Columns("fields", layer, entry, problems))
        {
            var text = value is YamlScalarNode ? problems.Text(value) : "";
            rules[column.Name] = text.StartsWith('=')
                ? new FieldRule(column, (int)node.Start.Line) { Constant = Constant(value, column, text[1..].Trim(), problems) }
                : new FieldRule(column, (int)node.Start.Line) { Sources = problems.Texts(value) };
        }

        foreach (var (node, column, value) in Columns("values", layer, entry, problems))
        {
            if (Rule(rules, node, column, problems) is { } rule)
            {
                rules[column.Name] = rule with { Words = Words(value, column, problems) };
            }
        }

        foreach (var (node, column, value) in Columns("units", layer, entry, problems))
        {
            if (column.Kind == ColumnKind.Text)
            {
                problems.Add(node, $"{column.Name} holds words and has no unit");
            }
            else if (Rule(rules, node, column, problems) is { } rule)
            {
                rules[column.Name] = rule with { Unit = UnitRuleReader.Read(value, column, problems) };
            }
        }

        return [.. ZeroRules.Applied(rules.Values, layer, entry, problems)];
    }

    private static IEnumerable<(YamlNode Node, CityColumn Column, YamlNode Value)> Columns(
        string key, string layer, Dictionary<string, YamlNode> entry, MappingProblems problems)
    {
        if (!entry.TryGetValue(key, out var node) || problems.Mapping(node, allowed: null) is not { Count: > 0 } columns)
        {
            yield break;
        }

        foreach (var (name, value) in columns)
        {
            if (CityColumn.Find(layer, name) is { } column)
            {
                yield return (value, column, value);
            }
            else
            {
                var known = CityColumn.Of(layer).Select(column => column.Name).ToList();
                problems.Add(value, $"{layer} has no column '{name}'; {MappingProblems.NearestOf(name, known)}");
            }
        }
    }

    private static FieldRule? Rule(Dictionary<string, FieldRule> rules, YamlNode node, CityColumn column, MappingProblems problems)
    {
        if (!rules.TryGetValue(column.Name, out var rule))
        {
            problems.Add(node, $"{column.Name} is not among the `fields` of this layer");
        }

        return rule;
    }

    private static string Constant(YamlNode node, CityColumn column, string text, MappingProblems problems)
    {
        if (!text.Contains('{'))
        {
            CheckValue(node, column, text, problems);
        }
        else if (column.Kind != ColumnKind.Text || column.Words.Count > 0)
        {
            problems.Add(node, $"a field in braces makes free texts only, and {column.Name} takes {(column.Words.Count > 0 ? string.Join(", ", column.Words) : "a number")}");
        }

        return text;
    }

    private static Dictionary<string, string> Words(YamlNode node, CityColumn column, MappingProblems problems)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, value) in problems.Mapping(node, allowed: null))
        {
            words[written] = problems.Text(value);
            CheckValue(value, column, words[written], problems);
        }

        return words;
    }

    private static void CheckValue(YamlNode node, CityColumn column, string value, MappingProblems problems)
    {
        if (value == "unknown")
        {
            return;
        }

        if (column.Words.Count > 0 && !column.Words.Contains(value))
        {
            problems.Add(node, $"'{value}' is no word of {column.Name}; it knows {string.Join(", ", column.Words)}, unknown");
        }
        else if (column.Kind != ColumnKind.Text && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            problems.Add(node, $"'{value}' is no number; {column.Name} takes a number or unknown");
        }
    }
}
