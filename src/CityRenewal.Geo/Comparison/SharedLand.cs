namespace CityRenewal.Geo.Comparison;

/// <summary>How much land every old area shares with every new one.</summary>
internal static class SharedLand
{
    /// <summary>The pairs that share land at all, by old area, then by new area.</summary>
    public static SortedDictionary<(int Old, int New), double> Of(IReadOnlyList<ComparedArea> old, IReadOnlyList<ComparedArea> now)
    {
        var owners = new Dictionary<int, List<(int Area, double AreaM2)>>();
        for (var area = 0; area < old.Count; area++)
        {
            foreach (var (parcel, areaM2) in old[area].Land)
            {
                (owners.TryGetValue(parcel, out var list) ? list : owners[parcel] = []).Add((area, areaM2));
            }
        }

        var shared = new SortedDictionary<(int, int), double>();
        for (var area = 0; area < now.Count; area++)
        {
            foreach (var (parcel, areaM2) in now[area].Land)
            {
                foreach (var (other, otherM2) in owners.GetValueOrDefault(parcel) ?? [])
                {
                    shared[(other, area)] = shared.GetValueOrDefault((other, area)) + Math.Min(areaM2, otherM2);
                }
            }
        }

        return shared;
    }

    /// <summary>The area that has most of each parcel, where one has more than half of it; ties go to the first.</summary>
    public static Dictionary<int, int> OwnersOf(IReadOnlyList<ComparedArea> areas, IReadOnlyList<double> parcelAreas)
    {
        var best = new Dictionary<int, (int Area, double AreaM2)>();
        for (var area = 0; area < areas.Count; area++)
        {
            foreach (var (parcel, areaM2) in areas[area].Land)
            {
                if (areaM2 > parcelAreas[parcel] / 2 && (!best.TryGetValue(parcel, out var other) || areaM2 > other.AreaM2))
                {
                    best[parcel] = (area, areaM2);
                }
            }
        }

        return best.ToDictionary(each => each.Key, each => each.Value.Area);
    }
}
