using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// No boundary cuts a building: parcels that each carry more than a twentieth of one footprint are taken together or not at
/// all. A group with a parcel that may not join, of two units, with a barrier in it, or not contiguous, stays out whole.
/// </summary>
internal static class SharedBuildings
{
    /// <summary>Share of a footprint above which a parcel carries the building.</summary>
    public const double LeastShare = 0.05;

    /// <summary>Joins the groups of a membership, and takes out those that cannot be one piece of land.</summary>
    /// <param name="membership">The membership, in which each of the parcels stands alone.</param>
    /// <param name="land">Who touches whom, and which barriers may be crossed.</param>
    /// <param name="facts">What stands on the parcels.</param>
    /// <param name="minimumContact">Shortest common border, metres.</param>
    /// <param name="among">The parcels that are decided about, ascending, with all that share a building with one of them, and the buildings.</param>
    public static void Contract(
        Membership membership, (ContiguityGraph Graph, Crossings Crossings) land, ParcelFacts facts, double minimumContact,
        (IEnumerable<int> Parcels, IEnumerable<int> Buildings) among)
    {
        var carriers = new List<int>();
        foreach (var building in among.Buildings)
        {
            Carriers(building, membership, facts, carriers);
            for (var i = 1; i < carriers.Count; i++)
            {
                Join(membership.Groups, carriers[0], carriers[i]);
            }
        }

        var contact = (minimumContact * land.Graph.Plane.UnitsPerMetre) - 1;
        var members = new Dictionary<int, List<int>>();
        foreach (var parcel in among.Parcels)
        {
            var leader = LeaderOf(membership.Groups, parcel);
            if (leader != parcel)
            {
                (members.TryGetValue(leader, out var list) ? list : members[leader] = [leader]).Add(parcel);
            }
        }

        foreach (var (leader, group) in members)
        {
            group.ForEach(parcel => membership.Groups[parcel] = leader);
            if (!CanBeOne(group, membership, land, contact))
            {
                group.ForEach(parcel => TakeOut(membership, parcel));
            }
        }
    }

    /// <summary>Whether so much of a footprint lies on a parcel that the parcel carries the building.</summary>
    public static bool IsCarried(double area, double footprint) => area > LeastShare * footprint;

    /// <summary>The parcels of the fabric that carry a building, ascending.</summary>
    private static void Carriers(int building, Membership membership, ParcelFacts facts, List<int> carriers)
    {
        carriers.Clear();
        foreach (var (parcel, area) in facts.BuildingShares.ParcelsOf(building))
        {
            if (membership.Reasons[parcel] != MembershipReason.NoFace && IsCarried(area, facts.Buildings.Footprint[building]))
            {
                carriers.Add(parcel);
            }
        }
    }

    private static bool CanBeOne(List<int> group, Membership membership, (ContiguityGraph Graph, Crossings Crossings) land, double contact)
    {
        var (graph, crossings) = land;
        if (!group.TrueForAll(membership.MayJoin) || group.Exists(parcel => membership.Units[parcel] != membership.Units[group[0]]))
        {
            return false;
        }

        var wanted = group.ToHashSet();
        var reached = new List<int> { group[0] };
        wanted.Remove(group[0]);
        for (var at = 0; at < reached.Count; at++)
        {
            for (var i = graph.NeighbourStart[reached[at]]; i < graph.NeighbourStart[reached[at] + 1]; i++)
            {
                var pair = graph.NeighbourPairs[i];
                if (graph.SharedLength[pair] == 0 || membership.Groups[graph.Neighbours[i]] != membership.Groups[group[0]])
                {
                    continue;
                }

                if (!crossings.MayCross(pair))
                {
                    return false;
                }

                if (graph.SharedLength[pair] >= contact && wanted.Remove(graph.Neighbours[i]))
                {
                    reached.Add(graph.Neighbours[i]);
                }
            }
        }

        return wanted.Count == 0;
    }

    private static void TakeOut(Membership membership, int parcel)
    {
        membership.Groups[parcel] = parcel;
        if (membership.MayJoin(parcel))
        {
            membership.Reasons[parcel] = MembershipReason.SharedBuilding;
        }
    }

    private static void Join(int[] groups, int a, int b)
    {
        int leaderA = LeaderOf(groups, a), leaderB = LeaderOf(groups, b);
        groups[Math.Max(leaderA, leaderB)] = Math.Min(leaderA, leaderB);
    }

    private static int LeaderOf(int[] groups, int parcel)
    {
        while (groups[parcel] != parcel)
        {
            groups[parcel] = groups[groups[parcel]];
            parcel = groups[parcel];
        }

        return parcel;
    }
}
