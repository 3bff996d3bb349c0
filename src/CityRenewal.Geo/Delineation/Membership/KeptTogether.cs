namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Makes what the request keeps together one node where it is one piece of land, across its own streets too; where it is
/// not, its pieces are told to the search as a set. A set with a parcel that may not join, of two units, or larger than the
/// largest area, stays out whole.
/// </summary>
internal sealed class KeptTogether(Membership membership, ProposalGround ground)
{
    private readonly double _contact = (ground.Options.MinimumContact * ground.Graph.Plane.UnitsPerMetre) - 1;

    /// <summary>Joins the groups of a membership set by set; buildings and districts that are kept whole are joined before.</summary>
    public void Contract(IReadOnlyList<ParcelSet> sets)
    {
        if (sets.Count == 0)
        {
            return;
        }

        var groups = Enumerable.Range(0, membership.Count).ToLookup(parcel => membership.Groups[parcel]);
        foreach (var hard in WholeRequest.Joined(sets.Where(set => double.IsInfinity(set.Price)).Select(set => WithGroups(set.Parcels, groups))))
        {
            if (!CanBeOne(hard))
            {
                Array.ForEach(hard, TakeOut);
                continue;
            }

            var pieces = Pieces(hard, acrossStreets: true);
            if (pieces.Count > 1)
            {
                pieces = Pieces(hard, acrossStreets: false);
                membership.Sets.Add(new ParcelSet(hard, double.PositiveInfinity));
            }

            foreach (var piece in pieces)
            {
                piece.ForEach(parcel => membership.Groups[parcel] = piece[0]);
            }
        }

        membership.Sets.AddRange(sets.Where(set => !double.IsInfinity(set.Price)));
    }

    private int[] WithGroups(int[] parcels, ILookup<int, int> groups) =>
        [.. parcels.SelectMany(parcel => groups[membership.Groups[parcel]]).Distinct().Order()];

    private bool CanBeOne(int[] set) =>
        set.All(membership.MayJoin)
        && set.All(parcel => membership.Units[parcel] == membership.Units[set[0]])
        && (ground.Options.Limits.MaximumAreaPrice is not null || set.Sum(parcel => ground.NetAreas[parcel]) <= ground.Options.MaximumArea)
        && !AnyBarred(set);

    private bool AnyBarred(int[] set)
    {
        var members = set.ToHashSet();
        return set.Any(parcel => ground.Pairs.PartnersOf(parcel).Any(other => members.Contains(other) && ground.Pairs.IsBarred(parcel, other)))
            || set.Any(parcel => HasBarrierInside(parcel, members));
    }

    private bool HasBarrierInside(int parcel, HashSet<int> members)
    {
        var graph = ground.Graph;
        for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
        {
            if (graph.SharedLength[graph.NeighbourPairs[i]] > 0 && !ground.Crossings.MayCross(graph.NeighbourPairs[i]) && members.Contains(graph.Neighbours[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The pieces of land of a set, each ascending: groups that were joined before stay together.</summary>
    private List<List<int>> Pieces(int[] set, bool acrossStreets)
    {
        var graph = ground.Graph;
        var wanted = set.ToHashSet();
        var pieces = new List<List<int>>();
        foreach (var start in set)
        {
            if (!wanted.Remove(start))
            {
                continue;
            }

            var reached = new List<int> { start };
            for (var at = 0; at < reached.Count; at++)
            {
                foreach (var mate in set.Where(other => membership.Groups[other] == membership.Groups[reached[at]] && wanted.Remove(other)).ToList())
                {
                    reached.Add(mate);
                }

                for (var i = graph.NeighbourStart[reached[at]]; i < graph.NeighbourStart[reached[at] + 1]; i++)
                {
                    var pair = graph.NeighbourPairs[i];
                    var meets = graph.SharedLength[pair] >= Math.Max(1, _contact) || (acrossStreets && graph.FacingLength[pair] > 0);
                    if (meets && ground.Crossings.MayCross(pair) && wanted.Remove(graph.Neighbours[i]))
                    {
                        reached.Add(graph.Neighbours[i]);
                    }
                }
            }

            reached.Sort();
            pieces.Add(reached);
        }

        return pieces;
    }

    private void TakeOut(int parcel)
    {
        membership.Groups[parcel] = parcel;
        if (membership.MayJoin(parcel))
        {
            membership.Reasons[parcel] = MembershipReason.KeptTogether;
        }
    }
}
