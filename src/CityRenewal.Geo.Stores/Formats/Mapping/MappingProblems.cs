using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads nodes of a mapping file and notes, by line, each that is not what it should be.</summary>
internal sealed class MappingProblems(SortedList<int, List<string>> found)
{
    /// <summary>Notes a problem at the line of a node.</summary>
    public void Add(YamlNode node, string problem)
    {
        var line = (int)node.Start.Line;
        if (!found.TryGetValue(line, out var texts))
        {
            found[line] = texts = [];
        }

        texts.Add(problem);
    }

    /// <summary>The entries of a mapping by key; keys beside those allowed are noted, with the nearest one that is.</summary>
    public Dictionary<string, YamlNode> Mapping(YamlNode node, IReadOnlyCollection<string>? allowed)
    {
        var entries = new Dictionary<string, YamlNode>();
        if (node is not YamlMappingNode mapping)
        {
            Add(node, "here should be `key: value` lines");
            return entries;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = Text(key);
            if (allowed is not null && !allowed.Contains(name))
            {
                Add(key, $"'{name}' is no key here; {NearestOf(name, allowed)}");
            }
            else
            {
                entries[name] = value;
            }
        }

        return entries;
    }

    /// <summary>The node as a list; noted where it is none.</summary>
    public YamlSequenceNode? Sequence(YamlNode node)
    {
        if (node is not YamlSequenceNode)
        {
            Add(node, "here should be a list, each entry behind a dash");
        }

        return node as YamlSequenceNode;
    }

    /// <summary>The node as a text; noted where it is none.</summary>
    public string Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            return text.Trim();
        }

        Add(node, "here should be a single word or number");
        return "";
    }

    /// <summary>The node as a list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<string> Texts(YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Select(Text)] : [Text(node)];

    /// <summary>The node as a whole number; noted where it is none.</summary>
    public int? Whole(YamlNode node)
    {
        if (int.TryParse(Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Add(node, $"'{Text(node)}' is not a whole number");
        return null;
    }

    /// <summary>The allowed word nearest to what was written, or all of them.</summary>
    public static string NearestOf(string written, IReadOnlyCollection<string> allowed) =>
        NearestWord.Of(written, allowed) is { } nearest ? $"is {nearest} meant?" : $"known are {string.Join(", ", allowed)}";
}
