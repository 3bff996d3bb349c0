using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the categories (类别) of a pack: names, profiles of need, and the signs by which a parcel carries the label.</summary>
internal static class PackCategories
{
    private static readonly PackKeys Keys = new(["id", "title", "title_zh", "weights", "any_of"], ["source"]);
    private static readonly PackKeys WeightKeys = new([.. NeedPartWords.All.Select(NeedPartWords.NameOf)], []);

    /// <summary>The categories of all packs; one of the same id replaces the older. Null where no pack brings any.</summary>
    public static CategoryDefinitions? Read(PackFamily family, PackSources sources)
    {
        var categories = new OrderedDictionary<string, CategoryDefinition>();
        foreach (var (id, node) in family.Packs.SelectMany(pack => PackEntries.Of(pack.Items("categories"), "categories", isWord: true)))
        {
            categories[id] = Category(id, node, sources);
            if (categories.Count == CategoryDefinitions.Most + 1)
            {
                node.Trouble(PackSenseTroubles.TooMany("categories", CategoryDefinitions.Most));
            }
        }

        return categories.Count > 0 ? new CategoryDefinitions([.. categories.Values]) : null;
    }

    private static CategoryDefinition Category(string id, PackNode node, PackSources sources)
    {
        var fields = node.Fields(Keys);
        IReadOnlyList<PackNode> groups = fields["any_of"]?.Filled() ?? [];
        return new CategoryDefinition(
            id, fields.Text("title"), fields.Text("title_zh"), Weights(fields["weights"]),
            [.. groups.Select(group => new CategoryGroup([.. group.Filled().Select(PackSignReader.Read).OfType<CategorySign>()]))])
        {
            Source = fields["source"] is { } source ? sources.Known(source) : "",
        };
    }

    private static NeedWeights Weights(PackNode? node)
    {
        if (node is null)
        {
            return NeedWeights.Default;
        }

        var fields = node.Fields(WeightKeys);
        var weights = NeedWeights.From(part => fields[NeedPartWords.NameOf(part)] is { } weight ? weight.Number(double.PositiveInfinity) : 0);
        if (node.HasFields && NeedPartWords.All.All(part => weights[part] == 0))
        {
            node.Trouble(PackSenseTroubles.Impossible(0, "above 0 in all", "总和大于 0"));
        }

        return weights;
    }
}
