namespace CityRenewal.Geo.Fabric;

/// <summary>How borders came to their place: where every coordinate went, and which edges were cut into what.</summary>
internal sealed class SnapTrail
{
    private SnapTrail(Linework linework, Vertices vertices, int[] vertexOfPlace, BorderEdges edges, Noding noding)
    {
        Linework = linework;
        Vertices = vertices;
        VertexOfPlace = vertexOfPlace;
        Edges = edges;
        Noding = noding;
    }

    public Linework Linework { get; }

    public Vertices Vertices { get; }

    /// <summary>The vertex of every coordinate; meaningless for closing vertices and what was left out.</summary>
    public int[] VertexOfPlace { get; }

    public BorderEdges Edges { get; }

    public Noding Noding { get; }

    public static SnapTrail Of(Linework linework, int tolerance, ParallelOptions parallel, int? cellShift = null)
    {
        var grid = CellGrid.For(linework, tolerance, parallel, cellShift);
        var vertexOfPlace = new int[linework.PlaceCount];
        var vertices = VerticesOf(linework, grid, tolerance, vertexOfPlace, parallel);
        DeadArrays.Collect(linework.PlaceCount);
        var edges = EdgeMerge.Of(linework, vertexOfPlace, vertices.Count, parallel);
        DeadArrays.Collect(linework.PlaceCount);
        return new SnapTrail(linework, vertices, vertexOfPlace, edges, Noding.Of(vertices, edges, tolerance, parallel));
    }

    // In a method of its own, so that the spots can be collected before the edges need memory.
    private static Vertices VerticesOf(
        Linework linework, CellGrid grid, int tolerance, int[] vertexOfPlace, ParallelOptions parallel)
    {
        var spots = PointSpots.Of(linework, grid, parallel);
        return Vertices.Of(linework, spots, PointClusters.Of(spots, tolerance, parallel), vertexOfPlace, parallel);
    }
}
