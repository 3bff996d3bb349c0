namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The entries of a list of a pack by their ids.</summary>
internal static class PackEntries
{
    /// <summary>The entries of a list of a pack; ids that are badly written or used twice are noted.</summary>
    public static IEnumerable<(string Id, PackNode Node)> Of(PackDocument pack, string part) => Of(pack.Items(part), part);

    /// <summary>The same for any list.</summary>
    /// <param name="items">The entries.</param>
    /// <param name="part">What the list is called.</param>
    /// <param name="isWord">Whether ids are words of outputs, in snake_case; else they are in kebab-case.</param>
    public static IEnumerable<(string Id, PackNode Node)> Of(IEnumerable<PackNode> items, string part, bool isWord = false)
    {
        var seen = new HashSet<string>();
        foreach (var item in items)
        {
            var field = item.HasFields ? item.AnyFields().GetValueOrDefault("id") : null;
            var id = field?.Text() ?? "";
            if (id.Length > 0 && !(isWord ? PackName.IsParameter(id) : PackName.IsPack(id)))
            {
                field!.Trouble(PackShapeTroubles.BadName(id, isWord ? "old_residential" : "demolition-ratio"));
            }
            else if (id.Length > 0 && !seen.Add(id))
            {
                field!.Trouble(PackSenseTroubles.Duplicate(part, id));
            }

            // Without an id it is read all the same, so that everything that is wrong with it is told.
            yield return (id, item);
        }
    }
}
