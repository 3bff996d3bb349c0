namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The streets of one planning unit, numbered from 0, that can lie in an area: the parcels' nodes around each, the streets
/// beside it, and what it adds to an area that has all its sides. Fields, not properties: every proposal reads them.
/// </summary>
internal sealed class UnitStreets
{
    /// <summary>First street of each parcel's node in <see cref="Street"/>, and one past the last.</summary>
    public readonly int[] StartOfNode;

    /// <summary>Streets of the nodes, ascending within a node.</summary>
    public readonly int[] Street;

    /// <summary>First side of each street in <see cref="Side"/>, and one past the last.</summary>
    public readonly int[] SideStart;

    /// <summary>The parcels' nodes around the streets.</summary>
    public readonly int[] Side;

    /// <summary>First street beside each street in <see cref="Beside"/>, and one past the last.</summary>
    public readonly int[] BesideStart;

    /// <summary>The streets beside the streets.</summary>
    public readonly int[] Beside;

    /// <summary>Length of the common border with each street beside.</summary>
    public readonly int[] BesideBorder;

    /// <summary>What a street adds to the outline of an area that has all its sides and no street beside it.</summary>
    public readonly long[] Outline;

    /// <summary>Twice the area of a street.</summary>
    public readonly long[] TwiceArea;

    public UnitStreets(UnitLand land)
    {
        var count = land.Count - land.ParcelCount;
        Outline = new long[count];
        TwiceArea = new long[count];
        (SideStart, BesideStart) = (new int[count + 1], new int[count + 1]);
        StartOfNode = new int[land.ParcelCount + 1];
        var (side, beside, border) = (new List<int>(), new List<int>(), new List<int>());
        for (var street = 0; street < count; street++)
        {
            var node = land.ParcelCount + street;
            Outline[street] = land.Perimeter(node);
            TwiceArea[street] = land.TwiceArea(node);
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node) && land.IsAnchored(node); entry++)
            {
                var other = land.Neighbour(entry);
                var length = land.Nodes.Borders[entry];
                if (other < land.ParcelCount)
                {
                    side.Add(other);
                    Outline[street] -= 2L * length;
                    StartOfNode[other + 1]++;
                }
                else if (length > 0 && land.IsAnchored(other))
                {
                    beside.Add(other - land.ParcelCount);
                    border.Add(length);
                }
            }

            (SideStart[street + 1], BesideStart[street + 1]) = (side.Count, beside.Count);
        }

        (Side, Beside, BesideBorder) = ([.. side], [.. beside], [.. border]);
        Street = OfNodes();
    }

    private int[] OfNodes()
    {
        for (var node = 1; node < StartOfNode.Length; node++)
        {
            StartOfNode[node] += StartOfNode[node - 1];
        }

        var next = StartOfNode[..^1];
        var streets = new int[Side.Length];
        for (var street = 0; street < Outline.Length; street++)
        {
            for (var at = SideStart[street]; at < SideStart[street + 1]; at++)
            {
                streets[next[Side[at]]++] = street;
            }
        }

        return streets;
    }
}
