using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// The land that may be taken anew around an area: its own parcels and those beside it that are in no other area, in its
/// planning unit. Everything else is pinned: it is not there for the search, and a border with it is outline.
/// </summary>
internal sealed class Neighbourhood(SearchLand land, EditDesk desk, string area)
{
    /// <summary>The parcels' nodes, ascending; none where no parcel of the area may be in an area that a search proposes.</summary>
    /// <param name="rings">Rings of parcels around the area; null takes the whole planning unit.</param>
    public List<int> Nodes(int? rings)
    {
        var own = desk.State.Areas[area].Select(parcel => land.Nodes.NodeOfParcel[parcel]).Where(node => node >= 0).Distinct().Where(IsFree).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        var problem = own.GroupBy(land.ProblemOf).OrderByDescending(group => group.Sum(node => land.Nodes.TwiceArea[node])).ThenBy(group => group.Key).First();
        int first = land.Nodes.ProblemStart[problem.Key], streets = land.Nodes.StreetStart[problem.Key];
        return WithoutParts(rings is { } count ? Around(problem, count, streets) : [.. Enumerable.Range(first, streets - first).Where(IsFree)]);
    }

    /// <summary>A set that one area takes whole or not at all is left out where a part of it is pinned.</summary>
    private List<int> WithoutParts(List<int> nodes)
    {
        for (var isWhole = false; !isWhole;)
        {
            var kept = nodes.ToHashSet();
            var parts = land.Nodes.Sets.Where(set => double.IsPositiveInfinity(set.Price) && set.Nodes.Any(kept.Contains) && !set.Nodes.All(kept.Contains))
                .SelectMany(set => set.Nodes).ToHashSet();
            isWhole = parts.Count == 0;
            nodes = isWhole ? nodes : nodes.FindAll(node => !parts.Contains(node));
        }

        return nodes;
    }

    private List<int> Around(IEnumerable<int> own, int rings, int streets)
    {
        var seen = own.ToHashSet();
        var outermost = seen.ToList();
        for (var ring = 0; ring < rings; ring++)
        {
            var next = new List<int>();
            foreach (var node in outermost)
            {
                foreach (var neighbour in NeighboursOf(node))
                {
                    if (neighbour < streets)
                    {
                        Take(neighbour, seen, next);
                        continue;
                    }

                    foreach (var side in NeighboursOf(neighbour))
                    {
                        if (side < streets)
                        {
                            Take(side, seen, next);
                        }
                    }
                }
            }

            outermost = next;
        }

        return [.. seen.Order()];
    }

    private void Take(int node, HashSet<int> seen, List<int> next)
    {
        if (!seen.Contains(node) && IsFree(node))
        {
            seen.Add(node);
            next.Add(node);
        }
    }

    private ReadOnlySpan<int> NeighboursOf(int node) => land.Nodes.Neighbours.AsSpan(land.Nodes.Start[node]..land.Nodes.Start[node + 1]);

    private bool IsFree(int node)
    {
        for (var i = land.Nodes.ParcelStart[node]; i < land.Nodes.ParcelStart[node + 1]; i++)
        {
            var parcel = land.Nodes.Parcels[i];
            if (desk.Ground.Locks[parcel] == ParcelLock.Out || (desk.OwnerOf(parcel) is { } owner && owner != area))
            {
                return false;
            }
        }

        return double.IsFinite(land.Limits.SpacingPrice) || !IsNearAnother(node);
    }

    private bool IsNearAnother(int node)
    {
        foreach (var near in land.Nodes.NearTo(node))
        {
            foreach (var parcel in land.Nodes.Parcels.AsSpan(land.Nodes.ParcelStart[near]..land.Nodes.ParcelStart[near + 1]))
            {
                if (desk.OwnerOf(parcel) is { } owner && owner != area)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
