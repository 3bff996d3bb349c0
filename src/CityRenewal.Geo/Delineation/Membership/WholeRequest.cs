using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>What the request wants in one area or in none: lists that must be linked, groups kept whole, projects.</summary>
internal static class WholeRequest
{
    /// <summary>The sets in the order of the request; hard ones that share a parcel are one.</summary>
    public static IReadOnlyList<ParcelSet> In(ProposalGround ground)
    {
        var limits = ground.Options.Limits;
        var hard = limits.MustLink.Select(ground.Named.RowsOf)
            .Concat(limits.Projects.Select(project => ground.Named.RowsOf(project.Parcels)))
            .Concat(limits.KeepWhole.Where(group => group.Price is null).SelectMany(group => RowsOf(group, ground)));
        var soft = limits.KeepWhole.Where(group => group.Price is not null)
            .SelectMany(group => RowsOf(group, ground).Select(rows => new ParcelSet(rows, group.Price!.Value)));
        var linked = limits.LinkPrices.Select(link => new ParcelSet(ground.Named.RowsOf(link.Parcels), link.Price) { IsPerParcel = true });
        return [.. Joined(hard).Select(rows => new ParcelSet(rows, double.PositiveInfinity)), .. soft.Concat(linked).Where(set => set.Parcels.Length > 1)];
    }

    /// <summary>The parcels of a group; a division gives one group for each of its units.</summary>
    public static IEnumerable<int[]> RowsOf(WholeGroup group, ProposalGround ground)
    {
        if (group.Division.Length == 0)
        {
            return [ground.Named.RowsOf(group.Parcels)];
        }

        if (!ground.Facts.Divisions.TryGetValue(group.Division, out var shares))
        {
            return [];
        }

        var main = shares.Main.ToArray();
        return Enumerable.Range(0, main.Length).Where(parcel => main[parcel] >= 0 && ground.NetAreas[parcel] > 0)
            .GroupBy(parcel => main[parcel]).OrderBy(unit => unit.Key).Select(unit => unit.ToArray());
    }

    /// <summary>Sets that share a parcel become one; sets of one parcel are none.</summary>
    public static IEnumerable<int[]> Joined(IEnumerable<int[]> sets)
    {
        var leaders = new Dictionary<int, int>();
        int LeaderOf(int parcel)
        {
            while (leaders.TryGetValue(parcel, out var above) && above != parcel)
            {
                parcel = above;
            }

            return parcel;
        }

        foreach (var set in sets.Where(set => set.Length > 0))
        {
            foreach (var parcel in set)
            {
                leaders.TryAdd(parcel, parcel);
                var (one, other) = (LeaderOf(set[0]), LeaderOf(parcel));
                leaders[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        return leaders.Keys.Order().GroupBy(LeaderOf).Where(set => set.Count() > 1).OrderBy(set => set.Key).Select(set => set.ToArray());
    }
}
