namespace CityRenewal.Geo.Fabric;

/// <summary>Vertices, half-edges and the rings of faces: what outlines are walked on.</summary>
internal sealed record FaceGraph(int[] VertexX, int[] VertexY, int[] Origin, int[] Next, int[] Face)
{
    /// <summary>First ring of each face in <see cref="FaceRings"/>, and one past the last.</summary>
    public required int[] FaceRingStart { get; init; }

    /// <summary>One half-edge of every ring.</summary>
    public required int[] FaceRings { get; init; }

    public int FaceCount => FaceRingStart.Length - 1;
}
