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
        return rings is { } count ? Around(problem, count, streets) : [.. Enumerable.Range(first, streets - first).Where(IsFree)];
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

        return true;
    }
}
