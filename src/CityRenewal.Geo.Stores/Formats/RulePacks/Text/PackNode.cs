using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A place in a pack's text: reads what stands there, and notes by line where it is not what it should be.</summary>
/// <param name="node">What stands there.</param>
/// <param name="path">The field: rules[demolition-ratio].share.at_most.</param>
/// <param name="notes">Where troubles go.</param>
internal sealed class PackNode(YamlNode node, string path, PackNotes notes)
{
    /// <summary>The field.</summary>
    public string Path => path;

    /// <summary>What stands here, as YAML.</summary>
    public YamlNode Yaml => node;

    /// <summary>Whether it is nothing: null, or empty.</summary>
    public bool IsNull => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    /// <summary>Whether it is a list.</summary>
    public bool IsList => node is YamlSequenceNode;

    /// <summary>Whether it has fields.</summary>
    public bool HasFields => node is YamlMappingNode;

    /// <summary>Notes a trouble here.</summary>
    public void Trouble(PackTrouble trouble) => notes.Add(node.Start, path, trouble);

    /// <summary>The same for a number that the user set, whatever stands here.</summary>
    public void TroubleInSettings(string name, PackTrouble trouble) => notes.AddToSettings(name, trouble);

    /// <summary>The text; empty and noted where there is none.</summary>
    public string Text()
    {
        if (node is YamlScalarNode { Value: { } text } && !IsNull && text.Trim().Length > 0)
        {
            return text.Trim();
        }

        Trouble(PackShapeTroubles.WrongType("a text", "文字"));
        return "";
    }

    /// <summary>The number; null and noted where there is none, or none that is finite.</summary>
    public double? Number()
    {
        if (TryNumber() is { } number)
        {
            return number;
        }

        Trouble(PackShapeTroubles.WrongType("a number, with a point and without unit", "数字（用小数点，不带单位）"));
        return null;
    }

    /// <summary>The number from 0 up to a largest one; 0 and noted where there is none.</summary>
    public double Number(double most)
    {
        var number = Number() ?? 0;
        if (number < 0 || number > most)
        {
            Trouble(PackSenseTroubles.OutOf(number, most));
        }

        return number;
    }

    /// <summary>The number where what stands here is a finite one.</summary>
    public double? TryNumber() =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text }
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Yes or no; no and noted where neither stands here.</summary>
    public bool Truth()
    {
        var word = (node as YamlScalarNode)?.Value?.Trim();
        if (word is not ("true" or "false"))
        {
            Trouble(PackShapeTroubles.WrongType("true or false", " true 或 false"));
        }

        return word == "true";
    }

    /// <summary>What a word of a list means; noted where it is no word of it.</summary>
    public T? Word<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var written = Text();
        if (written.Length == 0)
        {
            return null;
        }

        if (words.TryGetValue(written, out var meaning))
        {
            return meaning;
        }

        Trouble(PackShapeTroubles.UnknownWord(written, [.. words.Keys]));
        return null;
    }

    /// <summary>The text where it is a word of a list; null and noted where it is none.</summary>
    public string? Word(IReadOnlyList<string> words) => Word(words.ToDictionary(word => word, _ => true)) is null ? null : Text();

    /// <summary>The entries of a list, each under its id where it has one; noted where this is no list.</summary>
    public IReadOnlyList<PackNode> Items()
    {
        if (node is not YamlSequenceNode list)
        {
            Trouble(PackShapeTroubles.WrongType("a list, each entry behind a dash", "列表，每项以短横线开头"));
            return [];
        }

        return [.. list.Select((item, index) => new PackNode(item, $"{path}[{IdOf(item) ?? index.ToString(CultureInfo.InvariantCulture)}]", notes))];
    }

    /// <summary>The entries of a list that cannot be empty; noted where this is none.</summary>
    public IReadOnlyList<PackNode> Filled()
    {
        var items = Items();
        if (IsList && items.Count == 0)
        {
            Trouble(PackShapeTroubles.WrongType("at least one entry", "至少一项"));
        }

        return items;
    }

    /// <summary>The texts of a list that cannot be empty; noted where this is none.</summary>
    public IReadOnlyList<string> Texts() => [.. Filled().Select(item => item.Text()).Where(text => text.Length > 0)];

    /// <summary>The fields; unknown and missing ones are noted.</summary>
    public PackFields Fields(PackKeys keys)
    {
        var fields = AnyFields(keys.All);
        foreach (var missing in keys.Required.Where(key => !fields.ContainsKey(key) && HasFields))
        {
            notes.Add(node.Start, path, PackShapeTroubles.MissingField(missing));
        }

        return new PackFields(fields);
    }

    /// <summary>The fields, whatever their names; noted where this has none.</summary>
    /// <param name="known">Names that are allowed; null allows every name.</param>
    public Dictionary<string, PackNode> AnyFields(IReadOnlyList<string>? known = null)
    {
        var fields = new Dictionary<string, PackNode>();
        if (node is not YamlMappingNode mapping)
        {
            Trouble(PackShapeTroubles.WrongType("`field: value` lines", "“字段: 值”各行"));
            return fields;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value?.Trim() ?? "?";
            var field = path.Length > 0 ? $"{path}.{name}" : name;
            if (known is null || known.Contains(name))
            {
                fields[name] = new PackNode(value, field, notes);
            }
            else
            {
                notes.Add(key.Start, field, PackShapeTroubles.UnknownField(name, known));
            }
        }

        return fields;
    }

    private static string? IdOf(YamlNode item) =>
        (item as YamlMappingNode)?.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "id" }).Value
            is YamlScalarNode { Value: { Length: > 0 } id } ? id : null;
}
