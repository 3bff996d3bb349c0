using System.Globalization;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the texts that a pack cites, and citations of them.</summary>
internal sealed class PackSources
{
    private static readonly PackKeys Keys = new(["id", "title"], ["number", "date", "address"]);
    private static readonly PackKeys CitationKeys = new(["source"], ["clause"]);

    /// <summary>What a rule of a request rests on: the wish of who asks.</summary>
    public static readonly Citation OfRequest = new("request", "");

    private readonly OrderedDictionary<string, PackSource> _sources = [];

    private PackSources()
    {
    }

    /// <summary>The sources, those of extended packs first.</summary>
    public IReadOnlyList<PackSource> All => [.. _sources.Values];

    /// <summary>Reads the sources of all packs; one of the same id replaces the older.</summary>
    public static PackSources Read(PackFamily family)
    {
        var sources = new PackSources();
        foreach (var pack in family.Packs)
        {
            foreach (var (id, node) in PackEntries.Of(pack, "sources"))
            {
                sources._sources[id] = Source(id, node.Fields(Keys));
            }
        }

        if (family.Packs.Any(pack => pack.IsRequest))
        {
            sources._sources.TryAdd(OfRequest.Source, new PackSource(OfRequest.Source, "Limits of the request 请求中的限制", "", "", ""));
        }

        return sources;
    }

    /// <summary>Reads a citation; noted where it cites nothing that is known.</summary>
    public Citation Cited(PackNode? node)
    {
        if (node is null)
        {
            return new Citation("", "");
        }

        var fields = node.Fields(CitationKeys);
        return new Citation(fields["source"] is { } source ? Known(source) : "", fields.Text("clause"));
    }

    /// <summary>Reads the id of a source; noted where none has it.</summary>
    public string Known(PackNode node)
    {
        var id = node.Text();
        if (id.Length > 0 && !_sources.ContainsKey(id))
        {
            node.Trouble(PackSenseTroubles.NoSource(id, [.. _sources.Keys]));
        }

        return id;
    }

    private static PackSource Source(string id, PackFields fields)
    {
        var date = fields.Text("date");
        if (date.Length > 0 && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            fields["date"]!.Trouble(PackShapeTroubles.WrongType("a date as 2021-08-30", "日期，如 2021-08-30"));
        }

        return new PackSource(id, fields.Text("title"), fields.Text("number"), date, fields.Text("address"));
    }
}
