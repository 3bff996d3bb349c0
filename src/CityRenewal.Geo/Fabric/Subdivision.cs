namespace CityRenewal.Geo.Fabric;

/// <summary>
/// A triangulation as directed edges after Guibas and Stolfi: e and <c>e ^ 1</c> are one edge in both directions; around
/// every point its edges form a ring, anticlockwise by <see cref="OriginNext"/>. Deleted edges have origin -1.
/// </summary>
internal sealed class Subdivision(int[] x, int[] y, int edgeCapacity)
{
    public int[] X => x;

    public int[] Y => y;

    public int[] Origin { get; } = new int[2 * edgeCapacity];

    public int[] OriginNext { get; } = new int[2 * edgeCapacity];

    public int[] OriginPrevious { get; } = new int[2 * edgeCapacity];

    public int Target(int e) => Origin[e ^ 1];

    /// <summary>The next edge around the face on the left.</summary>
    public int LeftNext(int e) => OriginPrevious[e ^ 1];

    /// <summary>The next edge along the border, for an edge with the outside on its right.</summary>
    public int RightPrevious(int e) => OriginNext[e ^ 1];

    /// <summary>Makes edge number <paramref name="edge"/> stand alone between two points.</summary>
    public int Start(int edge, int from, int to)
    {
        var e = 2 * edge;
        Origin[e] = from;
        Origin[e ^ 1] = to;
        OriginNext[e] = OriginPrevious[e] = e;
        OriginNext[e ^ 1] = OriginPrevious[e ^ 1] = e ^ 1;
        return e;
    }

    /// <summary>Joins or parts the rings of two edges around their origin.</summary>
    public void Splice(int a, int b)
    {
        int afterA = OriginNext[a], afterB = OriginNext[b];
        OriginNext[a] = afterB;
        OriginNext[b] = afterA;
        OriginPrevious[afterB] = a;
        OriginPrevious[afterA] = b;
    }

    /// <summary>Adds an edge from the target of a to the origin of b, all three with the same face on the left.</summary>
    public int Connect(int edge, int a, int b)
    {
        var e = Start(edge, Target(a), Origin[b]);
        Splice(e, LeftNext(a));
        Splice(e ^ 1, b);
        return e;
    }

    /// <summary>Takes an edge out.</summary>
    public void Delete(int e)
    {
        Splice(e, OriginPrevious[e]);
        Splice(e ^ 1, OriginPrevious[e ^ 1]);
        Origin[e] = -1;
        Origin[e ^ 1] = -1;
    }

    /// <summary>Turns an edge to the other diagonal of the two triangles beside it.</summary>
    public void Flip(int e)
    {
        int a = OriginPrevious[e], b = OriginPrevious[e ^ 1];
        Splice(e, a);
        Splice(e ^ 1, b);
        Splice(e, LeftNext(a));
        Splice(e ^ 1, LeftNext(b));
        Origin[e] = Target(a);
        Origin[e ^ 1] = Target(b);
    }

    /// <summary>Positive where the points turn left.</summary>
    public int Turn(int a, int b, int c) => Orientation.Of(x[a], y[a], x[b], y[b], x[c], y[c]);

    public bool InCircle(int a, int b, int c, int d) => Circle.Holds(x, y, a, b, c, d);
}
