using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>The pieces of blocks that areas leave over: parcels that could have joined, bordering each other and an area with no street between.</summary>
internal sealed class BlockRemainders(ProposalGround ground, Membership membership)
{
    /// <summary>Each remainder with its parcels, ascending, and the areas beside it.</summary>
    public IEnumerable<(IReadOnlyList<int> Parcels, IReadOnlyList<int> Areas)> Of(IReadOnlyList<RenewalArea> areas)
    {
        var areaOf = new Dictionary<int, int>();
        for (var area = 0; area < areas.Count; area++)
        {
            foreach (var parcel in areas[area].Parcels)
            {
                areaOf[parcel] = area;
            }
        }

        var seen = new HashSet<int>();
        foreach (var start in areaOf.Keys.Order().SelectMany(Beside).Where(parcel => !areaOf.ContainsKey(parcel)).ToList())
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var remainder = new List<int> { start };
            var beside = new SortedSet<int>();
            for (var at = 0; at < remainder.Count; at++)
            {
                foreach (var other in Beside(remainder[at]))
                {
                    if (areaOf.TryGetValue(other, out var area))
                    {
                        beside.Add(area);
                    }
                    else if (seen.Add(other))
                    {
                        remainder.Add(other);
                    }
                }
            }

            remainder.Sort();
            yield return (remainder, [.. beside]);
        }
    }

    private List<int> Beside(int parcel)
    {
        var graph = ground.Graph;
        var contact = (ground.Options.MinimumContact * graph.Plane.UnitsPerMetre) - 1;
        var found = new List<int>();
        for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
        {
            int other = graph.Neighbours[i], pair = graph.NeighbourPairs[i];
            if (graph.SharedLength[pair] >= Math.Max(1, contact) && ground.Crossings.MayCross(pair)
                && membership.MayJoin(other) && membership.Units[other] == membership.Units[parcel])
            {
                found.Add(other);
            }
        }

        return found;
    }
}
