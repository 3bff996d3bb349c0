using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Turns the text of a pack into a tree of YAML.</summary>
internal static class PackYaml
{
    private const int Deepest = 20;

    /// <summary>The top of the tree; null and noted where the text has none.</summary>
    public static PackNode? Load(string yaml, PackNotes notes)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return IsPlain(parser, notes) ? Tree(yaml, notes) : null;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            // The library does not always say where it gave up; then it is behind what it read last.
            var place = broken is YamlException { Start.Line: > 0 } placed ? placed.Start : parser.Current?.End ?? new Mark(0, 1, 1);
            var reason = broken is YamlException ? broken.InnerException?.Message ?? broken.Message : "a bracket or quote is open";
            notes.Add(place, "", PackShapeTroubles.NotYaml(reason));
            return null;
        }
    }

    private static PackNode? Tree(string yaml, PackNotes notes)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
        {
            notes.Add(Mark.Empty, "", PackShapeTroubles.Empty);
            return null;
        }

        if (stream.Documents.Count > 1)
        {
            notes.Add(stream.Documents[1].RootNode.Start, "", PackShapeTroubles.SeveralDocuments);
        }

        return new PackNode(stream.Documents[0].RootNode, "", notes);
    }

    // The library builds its tree by recursion, which would end the whole program on a text of nothing but brackets; and
    // places that refer to each other can grow beyond all bounds.
    private static bool IsPlain(Parser parser, PackNotes notes)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > Deepest || parser.Current is AnchorAlias)
            {
                notes.Add(parser.Current!.Start, "", depth > Deepest ? PackShapeTroubles.TooDeep(Deepest) : PackShapeTroubles.Alias);
                return false;
            }
        }

        return true;
    }
}
