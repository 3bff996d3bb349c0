using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A mapping from delivered files to city layers, written as YAML.</summary>
/// <param name="Name">Name of the city; empty where the mapping gives none.</param>
/// <param name="BaselineYear">The year ages count from.</param>
/// <param name="Layers">One entry per layer.</param>
internal sealed record MappingFile(string Name, int? BaselineYear, IReadOnlyList<LayerMapping> Layers)
{
    private const int Deepest = 20;

    /// <summary>Reads a mapping from disk.</summary>
    /// <exception cref="StoreException">All that is wrong with it, by line.</exception>
    public static MappingFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(path, "there is no such mapping file.", "Give the path of a YAML file to --map.");
        }

        var bytes = File.ReadAllBytes(path);
        return Parse(path, (TextEncodings.IsUtf8(bytes) ? Encoding.UTF8 : TextEncodings.Gb18030).GetString(bytes).TrimStart('\uFEFF'));
    }

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="StoreException">All that is wrong with it, by line.</exception>
    public static MappingFile Parse(string path, string yaml)
    {
        var problems = new SortedList<int, List<string>>();
        var mapping = Read(Load(path, yaml), new MappingProblems(problems));
        if (problems.Count > 0)
        {
            var lines = problems.SelectMany(line => line.Value.Select(text => $"  line {line.Key}: {text}"));
            throw new StoreException(
                path,
                $"{problems.Sum(line => line.Value.Count)} things are wrong.\n{string.Join("\n", lines)}\n",
                "Mend these lines; the keys are layer, file, encoding, crs, id, fields, values, units, ledgers.");
        }

        return mapping;
    }

    private static YamlNode Load(string path, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            CheckDepth(path, yaml);
            stream.Load(new StringReader(yaml));
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            var line = broken is YamlException { Start.Line: > 0 } yamlError ? $"line {yamlError.Start.Line}: " : "";
            throw new StoreException(
                path,
                $"{line}it is not YAML: {broken.Message.TrimEnd('.')}.",
                "Look at the indentation, colons and quotes there.",
                broken);
        }

        return stream.Documents.Count == 0
            ? throw new StoreException(path, "it is empty.", "Write one entry per layer: `- layer: parcels`, `file: …`, `id: …`, `fields: …`.")
            : stream.Documents[0].RootNode;
    }

    // The library builds its tree by recursion, which would end the whole program on a text of nothing but brackets.
    private static void CheckDepth(string path, string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > Deepest)
            {
                throw new StoreException(
                    path, $"line {parser.Current!.Start.Line}: it is nested more than {Deepest} deep.", "A mapping needs five levels at most.");
            }
        }
    }

    private static MappingFile Read(YamlNode root, MappingProblems problems)
    {
        if (root is YamlSequenceNode list)
        {
            return new MappingFile("", null, ReadLayers(list, problems));
        }

        var top = problems.Mapping(root, ["city", "baseline_year", "layers"]);
        if (!top.ContainsKey("layers"))
        {
            problems.Add(root, "there is no list of `layers`");
        }

        var layers = top.TryGetValue("layers", out var node) && problems.Sequence(node) is { } entries ? ReadLayers(entries, problems) : [];
        return new MappingFile(
            top.TryGetValue("city", out var name) ? problems.Text(name) : "",
            top.TryGetValue("baseline_year", out var year) ? problems.Whole(year) : null,
            layers);
    }

    private static LayerMapping[] ReadLayers(YamlSequenceNode list, MappingProblems problems) =>
        [.. list.Select(node => LayerMappingReader.Read(node, problems)).OfType<LayerMapping>()];
}
