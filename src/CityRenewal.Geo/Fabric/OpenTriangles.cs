namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Open land (streets and voids before they are cut) as the triangles of the constrained Delaunay triangulation of its
/// border vertices. No vertex is added, so areas stay exact.
/// </summary>
internal sealed class OpenTriangles
{
    /// <summary>No open triangle on the left.</summary>
    public const int None = -1;

    /// <summary>The outside of the convex hull on the left.</summary>
    public const int Beyond = -2;

    private readonly List<int> _first = [];
    private readonly List<int> _face = [];
    private readonly Stack<int> _pending = new();

    private OpenTriangles(Arrangement arrangement, Subdivision plane, Constraints constraints, int[] pointVertex)
    {
        Arrangement = arrangement;
        Plane = plane;
        HalfEdgeOf = constraints.HalfEdgeOf;
        Spoke = constraints.Spoke;
        PointVertex = pointVertex;
        TriangleOf = new int[plane.Origin.Length];
        Array.Fill(TriangleOf, None);
    }

    public Arrangement Arrangement { get; }

    public Subdivision Plane { get; }

    /// <summary>Per directed edge of the triangulation the half-edge of the fabric that runs along it; -1 for a diagonal.</summary>
    public int[] HalfEdgeOf { get; }

    /// <summary>One edge out of every point.</summary>
    public int[] Spoke { get; }

    /// <summary>The vertex of the fabric that each point is.</summary>
    public int[] PointVertex { get; }

    /// <summary>The open triangle left of each directed edge; else <see cref="None"/> or <see cref="Beyond"/>.</summary>
    public int[] TriangleOf { get; }

    /// <summary>One directed edge of each triangle.</summary>
    public IReadOnlyList<int> First => _first;

    /// <summary>The face of the arrangement that each triangle is a part of.</summary>
    public IReadOnlyList<int> FaceOf => _face;

    public int Count => _first.Count;

    public static OpenTriangles Of(Arrangement arrangement, bool[] isOpen, ParallelOptions parallel)
    {
        var points = OpenPoints.Of(arrangement, isOpen, parallel);
        var plane = Delaunay.Of(points.X, points.Y, points.Count, out var hull, parallel);
        var triangles = new OpenTriangles(arrangement, plane, Constraints.Of(plane, points, parallel), points.Vertex);
        triangles.MarkBeyond(hull);
        triangles.FloodAll(isOpen);
        return triangles;
    }

    /// <summary>The three directed edges of a triangle.</summary>
    public (int A, int B, int C) EdgesOf(int triangle)
    {
        int a = _first[triangle], b = Plane.LeftNext(a);
        return (a, b, Plane.LeftNext(b));
    }

    public bool IsBorder(int e) => HalfEdgeOf[e] >= 0;

    /// <summary>Twice the area of a triangle.</summary>
    public long TwiceAreaOf(int triangle)
    {
        int e = _first[triangle], a = Plane.Origin[e], b = Plane.Target(e), c = Plane.Target(Plane.OriginNext[e]);
        long ux = (long)Plane.X[b] - Plane.X[a], uy = (long)Plane.Y[b] - Plane.Y[a];
        long vx = (long)Plane.X[c] - Plane.X[a], vy = (long)Plane.Y[c] - Plane.Y[a];
        return Orientation.AreNear(ux, uy) && Orientation.AreNear(vx, vy)
            ? (ux * vy) - (uy * vx)
            : checked((long)(((Int128)ux * vy) - ((Int128)uy * vx)));
    }

    private void MarkBeyond(int hull)
    {
        if (hull < 0)
        {
            return;
        }

        var outside = hull ^ 1;
        var e = outside;
        do
        {
            TriangleOf[e] = Beyond;
            e = Plane.LeftNext(e);
        }
        while (e != outside);
    }

    private void FloodAll(bool[] isOpen)
    {
        for (var e = 0; e < TriangleOf.Length; e++)
        {
            if (HalfEdgeOf[e] >= 0 && isOpen[Arrangement.Face[HalfEdgeOf[e]]])
            {
                _pending.Push(e);
                Flood(Arrangement.Face[HalfEdgeOf[e]]);
            }
        }
    }

    private void Flood(int face)
    {
        while (_pending.TryPop(out var e))
        {
            if (TriangleOf[e] != None)
            {
                continue;
            }

            int second = Plane.LeftNext(e), third = Plane.LeftNext(second);
            TriangleOf[e] = TriangleOf[second] = TriangleOf[third] = _first.Count;
            _first.Add(e);
            _face.Add(face);
            foreach (var side in (ReadOnlySpan<int>)[e, second, third])
            {
                if (!IsBorder(side) && TriangleOf[side ^ 1] == None)
                {
                    _pending.Push(side ^ 1);
                }
            }
        }
    }
}
