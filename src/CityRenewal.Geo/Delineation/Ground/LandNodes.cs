namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What an area is made of, as one graph: nodes are parcels (several where a building stands on them together) and the
/// street strips, junctions and voids that may lie inside an area. The nodes of one planning unit lie together, parcels
/// before streets, and no edge leaves a unit. Lengths are whole numbers of <see cref="UnitsPerGridUnit"/> parts of a grid
/// unit, so that sums do not depend on their order.
/// </summary>
internal sealed record LandNodes
{
    /// <summary>Length units in one grid unit.</summary>
    public const int UnitsPerGridUnit = 8;

    /// <summary>Metres of one length unit.</summary>
    public required double MetresPerUnit { get; init; }

    /// <summary>First node of each problem (planning unit), and one past the last node.</summary>
    public required int[] ProblemStart { get; init; }

    /// <summary>First street node of each problem.</summary>
    public required int[] StreetStart { get; init; }

    /// <summary>The planning unit of each problem, -1 for land without one.</summary>
    public required int[] ProblemUnit { get; init; }

    /// <summary>The node of each parcel, -1 where it may not be in an area.</summary>
    public required int[] NodeOfParcel { get; init; }

    /// <summary>First parcel of each node in <see cref="Parcels"/>, and one past the last.</summary>
    public required int[] ParcelStart { get; init; }

    /// <summary>Parcels of the nodes, ascending within a node.</summary>
    public required int[] Parcels { get; init; }

    /// <summary>The face of a street node, -1 for parcels.</summary>
    public required int[] StreetFace { get; init; }

    /// <summary>Whether a street node makes its two sides contiguous: they face each other across it.</summary>
    public required bool[] Bridges { get; init; }

    /// <summary>Length of the whole border of each node.</summary>
    public required long[] Perimeter { get; init; }

    /// <summary>Twice the area of each node, square grid units.</summary>
    public required long[] TwiceArea { get; init; }

    /// <summary>East of a point near each node's middle, grid units.</summary>
    public required int[] CentreX { get; init; }

    /// <summary>North of a point near each node's middle, grid units.</summary>
    public required int[] CentreY { get; init; }

    /// <summary>Whether the planner locked one of the node's parcels in.</summary>
    public required bool[] LockedIn { get; init; }

    /// <summary>First neighbour of each node, and one past the last; neighbours ascend.</summary>
    public required int[] Start { get; init; }

    /// <summary>Neighbours of the nodes.</summary>
    public required int[] Neighbours { get; init; }

    /// <summary>Length of the common border with each neighbour; 0 where a street only touches its side at a corner.</summary>
    public required int[] Borders { get; init; }

    /// <summary>What each neighbourhood allows.</summary>
    public required Contact[] Contacts { get; init; }

    /// <summary>
    /// What it costs to have both nodes of a neighbourhood in one area, millionths of a m² of benefit: a barrier crossed, a
    /// wish to keep two apart. By entry of <see cref="Neighbours"/>, the same from both ends; empty where nothing costs.
    /// </summary>
    public long[] PairPrices { get; init; } = [];

    /// <summary>Nodes that lie in one area together or in none (price infinite), or that cost where they are split.</summary>
    public IReadOnlyList<NodeSet> Sets { get; init; } = [];

    /// <summary>Divisions that areas cross at a price.</summary>
    public IReadOnlyList<SoftDivision> SoftDivisions { get; init; } = [];

    /// <summary>The block of each node: parcels that border each other with no street between; -1 for streets. Empty where nobody asks.</summary>
    public int[] Blocks { get; init; } = [];

    /// <summary>First entry of each node in <see cref="Near"/>, and one past the last; empty where no spacing is asked for.</summary>
    public int[] NearStart { get; init; } = [];

    /// <summary>Parcels' nodes nearer than the spacing between areas, of all units, ascending by node; the same from both ends.</summary>
    public int[] Near { get; init; } = [];

    /// <summary>The nodes that may not lie in another area than a node, since they are nearer than the spacing.</summary>
    public ReadOnlySpan<int> NearTo(int node) =>
        NearStart.Length == 0 ? [] : Near.AsSpan(NearStart[node]..NearStart[node + 1]);

    /// <summary>What having both nodes of an entry in one area costs, millionths of a m² of benefit.</summary>
    public long PairPrice(int entry) => PairPrices.Length == 0 ? 0 : PairPrices[entry];

    /// <summary>Number of nodes.</summary>
    public int Count => Perimeter.Length;

    /// <summary>Number of independent problems.</summary>
    public int ProblemCount => ProblemUnit.Length;

    /// <summary>Whether a node is a street strip, a junction or a void.</summary>
    public bool IsStreet(int node) => StreetFace[node] >= 0;
}
