using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// The outline of an area as a sum over its parcels' nodes and over sets of them that lie in it whole: a common border of two is
/// saved twice; a street between its sides pays its border and saves, twice, what it shares with them; two such streets save theirs.
/// </summary>
internal sealed class OutlineTerms
{
    private readonly Dictionary<string, (int[] Nodes, long Length)> _terms = [];

    /// <summary>The terms of a unit.</summary>
    public OutlineTerms(UnitLand land)
    {
        for (var node = 0; node < land.Count; node++)
        {
            if (IsOfAreas(land, node))
            {
                Take(land, node);
            }
        }

        Sets = [.. _terms.Where(term => term.Value.Length != 0).OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => term.Value)];
        Lengths = [.. Sets.Select(set => set.Length)];
        var of = Enumerable.Range(0, land.ParcelCount).Select(_ => new List<int>()).ToArray();
        for (var term = 0; term < Sets.Count; term++)
        {
            foreach (var node in Sets[term].Nodes)
            {
                of[node].Add(term);
            }
        }

        Of = [.. of.Select(terms => terms.ToArray())];
    }

    /// <summary>Sets of parcels' nodes, ascending, and what the outline changes by where an area holds all of one, length units.</summary>
    public IReadOnlyList<(int[] Nodes, long Length)> Sets { get; }

    /// <summary>The lengths alone.</summary>
    public long[] Lengths { get; }

    /// <summary>Per parcel's node the sets that it is of.</summary>
    public int[][] Of { get; }

    private void Take(UnitLand land, int node)
    {
        var isStreet = node >= land.ParcelCount;
        int[] sides = isStreet ? SidesOf(land, node) : [node];
        var own = isStreet ? land.Perimeter(node) : 0;
        for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
        {
            var (other, twice) = (land.Neighbour(entry), 2L * land.Nodes.Borders[entry]);
            if (isStreet && other < land.ParcelCount)
            {
                own -= twice;
            }
            else if (other < node && isStreet && IsOfAreas(land, other))
            {
                Add([.. sides.Union(SidesOf(land, other)).Order()], -twice);
            }
            else if (other < node && !isStreet)
            {
                Add([other, node], -twice);
            }
        }

        if (isStreet)
        {
            Add(sides, own);
        }
    }

    private void Add(int[] nodes, long length)
    {
        var key = string.Join(',', nodes);
        _terms[key] = (nodes, _terms.GetValueOrDefault(key).Length + length);
    }

    /// <summary>A parcel, or a street that is one piece with its sides and has some.</summary>
    private static bool IsOfAreas(UnitLand land, int node) =>
        node < land.ParcelCount || (land.IsAnchored(node) && SidesOf(land, node).Length > 0);

    private static int[] SidesOf(UnitLand land, int street)
    {
        var sides = new List<int>();
        for (var entry = land.NeighbourStart(street); entry < land.NeighbourEnd(street); entry++)
        {
            if (land.Neighbour(entry) < land.ParcelCount)
            {
                sides.Add(land.Neighbour(entry));
            }
        }

        return [.. sides.Order()];
    }
}
