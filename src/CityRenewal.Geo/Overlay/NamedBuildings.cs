using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>Finds the buildings that protected items name by id.</summary>
internal static class NamedBuildings
{
    /// <summary>Pairs of building and item; an item that names no building of the city gives none.</summary>
    public static List<(int Feature, int Item)> Of(TextColumn named, TextColumn buildings)
    {
        var wanted = new Dictionary<ulong, List<int>>();
        for (var item = 0; item < named.Count; item++)
        {
            if (named.Utf8(item).Length > 0)
            {
                var hash = HashOf(named.Utf8(item));
                (wanted.TryGetValue(hash, out var items) ? items : wanted[hash] = []).Add(item);
            }
        }

        var pairs = new List<(int, int)>();
        for (var building = 0; wanted.Count > 0 && building < buildings.Count; building++)
        {
            var id = buildings.Utf8(building);
            if (wanted.TryGetValue(HashOf(id), out var items))
            {
                foreach (var item in items)
                {
                    if (named.Utf8(item).SequenceEqual(id))
                    {
                        pairs.Add((building, item));
                    }
                }
            }
        }

        return pairs;
    }

    // FNV-1a.
    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }
}
