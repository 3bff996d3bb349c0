using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// Who touches whom: one row per pair of neighbouring parcels with the length of border that they share and the length
/// over which they face each other across a street or gap, and the barrier that lies between, if any. Lengths are whole
/// grid units, the same seen from either side; a parcel's lengths never add up to more than its perimeter.
/// A pair behind a barrier keeps its row.
/// </summary>
public sealed class ContiguityGraph
{
    private readonly GraphColumns _columns;

    internal ContiguityGraph(GraphColumns columns) => _columns = columns;

    /// <summary>The grid that lengths are in.</summary>
    public required WorkingPlane Plane { get; init; }

    /// <summary>Words of <see cref="Barrier"/>: word 0 is empty, no barrier; then the layer's kinds, and water.</summary>
    public required IReadOnlyList<string> BarrierKinds { get; init; }

    /// <summary>Number of parcels, as in the city.</summary>
    public int ParcelCount => _columns.NeighbourStart.Length - 1;

    /// <summary>Number of pairs.</summary>
    public int PairCount => _columns.A.Length;

    /// <summary>Row of the first parcel of each pair; pairs are sorted by it, then by <see cref="B"/>.</summary>
    public ReadOnlySpan<int> A => _columns.A;

    /// <summary>Row of the second parcel of each pair, above that of the first.</summary>
    public ReadOnlySpan<int> B => _columns.B;

    /// <summary>Border that the pair shares, grid units.</summary>
    public ReadOnlySpan<int> SharedLength => _columns.SharedLength;

    /// <summary>Border over which the pair face each other across a street or gap, grid units: the smaller of the two sides.</summary>
    public ReadOnlySpan<int> FacingLength => _columns.FacingLength;

    /// <summary>What lies between, a code into <see cref="BarrierKinds"/>; 0 for nothing.</summary>
    public ReadOnlySpan<byte> Barrier => _columns.Barrier;

    /// <summary>First neighbour of each parcel in <see cref="Neighbours"/> and <see cref="NeighbourPairs"/>, and one past the last.</summary>
    public ReadOnlySpan<int> NeighbourStart => _columns.NeighbourStart;

    /// <summary>Neighbours of each parcel, ascending; those behind a barrier too.</summary>
    public ReadOnlySpan<int> Neighbours => _columns.Neighbours;

    /// <summary>The pair of each entry of <see cref="Neighbours"/>.</summary>
    public ReadOnlySpan<int> NeighbourPairs => _columns.NeighbourPairs;

    /// <summary>Whether an area may go from one parcel of the pair to the other.</summary>
    public bool IsOpen(int pair) => _columns.Barrier[pair] == 0;

    /// <summary>Reads the neighbours of all parcels off the land fabric.</summary>
    /// <param name="fabric">The fabric.</param>
    /// <param name="barriers">Lines that separate: rivers, railways, expressways, arterials.</param>
    /// <param name="options">Limits.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static ContiguityGraph Of(
        LandFabric fabric,
        Barriers barriers,
        GraphOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default) => GraphAssembly.From(fabric, barriers, options, progress, cancel);
}
