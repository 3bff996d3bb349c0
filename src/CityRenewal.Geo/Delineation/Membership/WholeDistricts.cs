using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Keeps historic districts whole: the parcels of one are taken together or not at all, across their own streets. Parcels
/// that no area may hold (outside the UDB, forbidden by another rule, no land of their own) are excused: the district is
/// whole without them. A district with any other parcel that may not join, of two cells, larger than the largest area, or that its streets and borders do not hold together, stays out whole.
/// </summary>
internal static class WholeDistricts
{
    /// <summary>Joins the groups of a membership district by district; buildings that stand on several parcels are joined before.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="ground">The city and the request.</param>
    /// <param name="districts">The districts.</param>
    /// <param name="among">The parcels that are decided about, ascending, with all that a district or a building holds together with one of them; and the districts, ascending.</param>
    public static void Contract(Membership membership, ProposalGround ground, HistoricDistricts districts, (IEnumerable<int> Parcels, IEnumerable<int> Districts) among)
    {
        var groups = GroupsOf(membership, among.Parcels);
        foreach (var district in among.Districts)
        {
            var members = WithTheirGroups(membership, groups, districts.ParcelsOf(district));
            if (CanBeOne(membership, ground, members))
            {
                members.ForEach(parcel => membership.Groups[parcel] = members[0]);
            }
            else
            {
                members.ForEach(parcel => TakeOut(membership, parcel));
            }
        }
    }

    /// <summary>The parcels of every group of more than one, by its smallest parcel.</summary>
    private static Dictionary<int, List<int>> GroupsOf(Membership membership, IEnumerable<int> parcels)
    {
        var groups = new Dictionary<int, List<int>>();
        foreach (var parcel in parcels)
        {
            var leader = membership.Groups[parcel];
            if (leader != parcel)
            {
                (groups.TryGetValue(leader, out var group) ? group : groups[leader] = [leader]).Add(parcel);
            }
        }

        return groups;
    }

    /// <summary>The parcels of a district that are not excused, and those that share a building with them, ascending.</summary>
    private static List<int> WithTheirGroups(
        Membership membership, Dictionary<int, List<int>> groups, IReadOnlyList<int> parcels)
    {
        var members = new SortedSet<int>();
        foreach (var parcel in parcels.Where(parcel => !IsExcused(membership.Reasons[parcel])))
        {
            members.Add(parcel);
            members.UnionWith(groups.TryGetValue(membership.Groups[parcel], out var group) ? group : []);
        }

        return [.. members];
    }

    private static bool IsExcused(MembershipReason reason) =>
        reason is MembershipReason.NoFace or MembershipReason.OutsideUdb or MembershipReason.KeptOutByRule;

    private static bool CanBeOne(Membership membership, ProposalGround ground, List<int> members)
    {
        if (members.Count == 0 || !members.TrueForAll(membership.MayJoin)
            || members.Exists(parcel => membership.Units[parcel] != membership.Units[members[0]])
            || members.Sum(parcel => ground.NetAreas[parcel]) > ground.Options.MaximumArea)
        {
            return false;
        }

        var wanted = members.ToHashSet();
        wanted.Remove(members[0]);
        var reached = new List<int> { members[0] };
        var contact = (ground.Options.MinimumContact * ground.Graph.Plane.UnitsPerMetre) - 1;
        for (var at = 0; at < reached.Count; at++)
        {
            var graph = ground.Graph;
            for (var i = graph.NeighbourStart[reached[at]]; i < graph.NeighbourStart[reached[at] + 1]; i++)
            {
                var pair = graph.NeighbourPairs[i];
                var meets = graph.SharedLength[pair] >= Math.Max(1, contact) || graph.FacingLength[pair] > 0;
                if (graph.IsOpen(pair) && meets && wanted.Remove(graph.Neighbours[i]))
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
            membership.Reasons[parcel] = MembershipReason.HistoricDistrict;
        }
    }
}
