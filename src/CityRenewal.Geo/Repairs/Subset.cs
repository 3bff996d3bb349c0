namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Some of a list of items from the least land up. Every subset has one parent: without its last item, or with the one
/// before it instead; neither parent has more land.
/// </summary>
/// <param name="Rest">All items but the last.</param>
/// <param name="Last">The last item; -1 for none at all.</param>
/// <param name="Land">Land of all of them, 0.0001 m².</param>
/// <param name="Count">How many there are.</param>
internal sealed record Subset(Subset? Rest, int Last, long Land, int Count)
{
    /// <summary>The subsets whose parent this is.</summary>
    public IEnumerable<Subset> Children(List<LandItem> items)
    {
        if (Last + 1 >= items.Count)
        {
            yield break;
        }

        yield return new Subset(this, Last + 1, Land + items[Last + 1].Land, Count + 1);
        if (Last >= 0)
        {
            yield return new Subset(Rest, Last + 1, Land - items[Last].Land + items[Last + 1].Land, Count);
        }
    }

    /// <summary>What an area becomes where all the items change sides, ascending.</summary>
    public int[] On(int[] start, List<LandItem> items)
    {
        var parcels = start.ToHashSet();
        for (var at = this; at is { Last: >= 0 }; at = at.Rest)
        {
            if (items[at.Last].IsIn)
            {
                parcels.UnionWith(items[at.Last].Parcels);
            }
            else
            {
                parcels.ExceptWith(items[at.Last].Parcels);
            }
        }

        return [.. parcels.Order()];
    }
}
