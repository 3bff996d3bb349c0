namespace CityRenewal.Geo.Contiguity;

/// <summary>The arrays of a contiguity graph; only this folder sees them as arrays.</summary>
internal sealed class GraphColumns
{
    public required int[] A { get; init; }

    public required int[] B { get; init; }

    public required int[] SharedLength { get; init; }

    public required int[] FacingLength { get; init; }

    public required byte[] Barrier { get; init; }

    public required int[] NeighbourStart { get; init; }

    public required int[] Neighbours { get; init; }

    public required int[] NeighbourPairs { get; init; }
}
