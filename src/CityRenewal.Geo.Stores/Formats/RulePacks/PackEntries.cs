namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The entries of a list of a pack by their ids.</summary>
internal static class PackEntries
{
    /// <summary>The entries that have an id of their own; ids that are badly written or used twice are noted.</summary>
    public static IEnumerable<(string Id, PackNode Node)> Of(PackDocument pack, string part) => Of(pack.Items(part), part);

    /// <summary>The same for a list inside a rule.</summary>
    public static IEnumerable<(string Id, PackNode Node)> Of(IEnumerable<PackNode> items, string part)
    {
        var seen = new HashSet<string>();
        foreach (var item in items)
        {
            var field = item.HasFields ? item.AnyFields().GetValueOrDefault("id") : null;
            var id = field?.Text() ?? "";
            if (id.Length > 0 && !PackName.IsPack(id))
            {
                field!.Trouble(PackShapeTroubles.BadName(id, "demolition-ratio"));
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
