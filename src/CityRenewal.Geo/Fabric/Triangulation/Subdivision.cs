namespace CityRenewal.Geo.Fabric;

/// <summary>
/// A triangulation as directed edges after Guibas and Stolfi: e and <c>e ^ 1</c> are one edge in both directions; around
/// every point its edges form a ring, anticlockwise by <see cref="OriginNext"/>. Deleted edges have origin -1.
/// </summary>
internal sealed class Subdivision(int[] x, int[] y, int edgeCapacity)
{
    // What belongs to an edge lies together: a step around a point touches one line of memory.
    private readonly Edge[] _edges = new Edge[2 * edgeCapacity];

    public int[] X => x;

    public int[] Y => y;

    /// <summary>Number of directed edges there is room for.</summary>
    public int Count => _edges.Length;

    /// <summary>The point where an edge starts; -1 where the edge was deleted or never made.</summary>
    public int Origin(int e) => _edges[e].Origin;

    /// <summary>The next edge anticlockwise around the same origin.</summary>
    public int OriginNext(int e) => _edges[e].Next;

    /// <summary>The next edge clockwise around the same origin.</summary>
    public int OriginPrevious(int e) => _edges[e].Previous;

    /// <summary>The half-edge of the fabric that runs along an edge; -1 where there is none.</summary>
    public int HalfEdge(int e) => _edges[e].HalfEdge;

    /// <summary>Says that a half-edge of the fabric and its twin run along an edge.</summary>
    public void SetHalfEdge(int e, int halfEdge)
    {
        _edges[e].HalfEdge = halfEdge;
        _edges[e ^ 1].HalfEdge = halfEdge ^ 1;
    }

    public int Target(int e) => _edges[e ^ 1].Origin;

    /// <summary>The next edge around the face on the left.</summary>
    public int LeftNext(int e) => _edges[e ^ 1].Previous;

    /// <summary>The next edge along the border, for an edge with the outside on its right.</summary>
    public int RightPrevious(int e) => _edges[e ^ 1].Next;

    /// <summary>Makes edge number <paramref name="edge"/> stand alone between two points.</summary>
    public int Start(int edge, int from, int to)
    {
        var e = 2 * edge;
        _edges[e] = new Edge { Origin = from, Next = e, Previous = e, HalfEdge = -1 };
        _edges[e ^ 1] = new Edge { Origin = to, Next = e ^ 1, Previous = e ^ 1, HalfEdge = -1 };
        return e;
    }

    /// <summary>Joins or parts the rings of two edges around their origin.</summary>
    public void Splice(int a, int b)
    {
        int afterA = _edges[a].Next, afterB = _edges[b].Next;
        _edges[a].Next = afterB;
        _edges[b].Next = afterA;
        _edges[afterB].Previous = a;
        _edges[afterA].Previous = b;
    }

    /// <summary>Adds an edge from the target of a to the origin of b, all three with the same face on the left.</summary>
    public int Connect(int edge, int a, int b)
    {
        var e = Start(edge, Target(a), Origin(b));
        Splice(e, LeftNext(a));
        Splice(e ^ 1, b);
        return e;
    }

    /// <summary>Takes an edge out.</summary>
    public void Delete(int e)
    {
        Splice(e, OriginPrevious(e));
        Splice(e ^ 1, OriginPrevious(e ^ 1));
        Forget(e);
    }

    /// <summary>Marks an edge that stands alone as not there.</summary>
    public void Forget(int e)
    {
        _edges[e].Origin = _edges[e].HalfEdge = -1;
        _edges[e ^ 1].Origin = _edges[e ^ 1].HalfEdge = -1;
    }

    /// <summary>Turns an edge to the other diagonal of the two triangles beside it.</summary>
    public void Flip(int e)
    {
        int a = OriginPrevious(e), b = OriginPrevious(e ^ 1);
        Splice(e, a);
        Splice(e ^ 1, b);
        Splice(e, LeftNext(a));
        Splice(e ^ 1, LeftNext(b));
        _edges[e].Origin = Target(a);
        _edges[e ^ 1].Origin = Target(b);
    }

    /// <summary>Positive where the points turn left.</summary>
    public int Turn(int a, int b, int c) => Orientation.Of(x[a], y[a], x[b], y[b], x[c], y[c]);

    public bool InCircle(int a, int b, int c, int d) => Circle.Holds(x, y, a, b, c, d);

    private struct Edge
    {
        public int Origin;
        public int Next;
        public int Previous;
        public int HalfEdge;
    }
}
