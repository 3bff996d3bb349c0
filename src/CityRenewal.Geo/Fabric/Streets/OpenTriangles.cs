namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Open land (streets and voids before they are cut) as the triangles of the constrained Delaunay triangulation of its
/// border vertices. No vertex is added, so areas stay exact. Triangle t has the corners 3t, 3t+1, 3t+2, anticlockwise; at
/// each starts the edge to the next one. The edges around the convex hull, seen from outside, follow as corners of no triangle.
/// </summary>
internal sealed class OpenTriangles
{
    private readonly HalfEdges _half;
    private readonly int[] _vertex;
    private readonly int[] _across;

    public OpenTriangles(Arrangement arrangement, int[] vertex, int[] across, int[] faceOf)
    {
        Arrangement = arrangement;
        _half = arrangement.Half;
        _vertex = vertex;
        _across = across;
        FaceOf = faceOf;
    }

    public Arrangement Arrangement { get; }

    /// <summary>The face of the arrangement that each triangle is a part of.</summary>
    public int[] FaceOf { get; }

    /// <summary>Number of triangles.</summary>
    public int Count => FaceOf.Length;

    /// <summary>Number of corners, those of the hull included.</summary>
    public int CornerCount => _vertex.Length;

    public static OpenTriangles Of(Arrangement arrangement, bool[] isOpen, ParallelOptions parallel)
    {
        var points = OpenPoints.Of(arrangement, isOpen, parallel);
        var plane = Delaunay.Of(points.X, points.Y, points.Count, out var hull, parallel);
        Constraints.Insert(plane, points, parallel);
        DeadArrays.Collect(arrangement.Half.VertexCount);
        return TriangleCollection.Of(arrangement, (plane, points.Vertex), (isOpen, hull), parallel);
    }

    /// <summary>The next corner of the same triangle; along the hull the next one with the outside on the left.</summary>
    public int Next(int corner)
    {
        if (corner < 3 * Count)
        {
            return corner % 3 == 2 ? corner - 2 : corner + 1;
        }

        return corner + 1 == CornerCount ? 3 * Count : corner + 1;
    }

    /// <summary>The corner of the same triangle whose edge ends here.</summary>
    public static int Previous(int corner) => corner % 3 == 0 ? corner + 2 : corner - 1;

    /// <summary>Whether the edge that starts at a corner is a border.</summary>
    public bool IsBorder(int corner) => _across[corner] < 0;

    /// <summary>Whether a corner belongs to the outside of the convex hull.</summary>
    public bool IsBeyond(int corner) => corner >= 3 * Count;

    /// <summary>The corner across an edge that is no border: at its other end, in the triangle on its other side.</summary>
    public int Across(int corner) => _across[corner];

    /// <summary>The half-edge that runs along a border, with the open land on its left.</summary>
    public int HalfEdgeOf(int corner) => ~_across[corner];

    /// <summary>Makes an edge a border.</summary>
    public void SetBorder(int corner, int halfEdge) => _across[corner] = ~halfEdge;

    /// <summary>The vertex of the arrangement at a corner.</summary>
    public int VertexOf(int corner) => _vertex[corner];

    /// <summary>From a corner to the next one.</summary>
    public (double X, double Y) DirectionOf(int corner)
    {
        int a = _vertex[corner], b = _vertex[Next(corner)];
        return ((double)_half.X[b] - _half.X[a], (double)_half.Y[b] - _half.Y[a]);
    }

    /// <summary>Twice the area of a triangle.</summary>
    public long TwiceAreaOf(int triangle)
    {
        int a = _vertex[3 * triangle], b = _vertex[(3 * triangle) + 1], c = _vertex[(3 * triangle) + 2];
        long ux = (long)_half.X[b] - _half.X[a], uy = (long)_half.Y[b] - _half.Y[a];
        long vx = (long)_half.X[c] - _half.X[a], vy = (long)_half.Y[c] - _half.Y[a];
        return Orientation.AreNear(ux, uy) && Orientation.AreNear(vx, vy)
            ? (ux * vy) - (uy * vx)
            : checked((long)(((Int128)ux * vy) - ((Int128)uy * vx)));
    }
}
