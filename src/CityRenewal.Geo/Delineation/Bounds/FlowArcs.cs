namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The arcs of a flow network: arc a and a ^ 1 are the two directions of one edge; the arcs out of a node are a linked
/// list. Fields, not properties: the two search trees walk them hundreds of millions of times.
/// </summary>
internal sealed class FlowArcs
{
    /// <summary>No arc, no node.</summary>
    public const int None = -1;

    /// <summary>In the place of a parent arc: the node hangs on the source or the sink itself.</summary>
    public const int Terminal = -2;

    /// <summary>In the place of a parent arc: the node has lost its parent.</summary>
    public const int OrphanMark = -3;

    /// <summary>The largest capacity of one direction: both together stay inside an int.</summary>
    public const int LargestCapacity = (1 << 30) - 1;

    /// <summary>Node that an arc leads to.</summary>
    public int[] Head = [];

    /// <summary>Next arc out of the same node.</summary>
    public int[] Next = [];

    /// <summary>What still fits through an arc.</summary>
    public int[] Residual = [];

    /// <summary>First arc out of each node.</summary>
    public int[] First = [];

    public void Start(int nodes, int arcs)
    {
        if (First.Length < nodes)
        {
            First = new int[nodes];
        }

        if (Head.Length < arcs)
        {
            Resize(arcs);
        }

        Array.Fill(First, None, 0, nodes);
    }

    public void Link(int arc, int a, int b, int leaving, int entering)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)leaving, (uint)LargestCapacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)entering, (uint)LargestCapacity);
        if (arc + 2 > Head.Length)
        {
            Resize(Math.Max(2 * Head.Length, 64));
        }

        Put(arc, a, b, leaving);
        Put(arc + 1, b, a, entering);
    }

    private void Put(int arc, int from, int to, int capacity)
    {
        Head[arc] = to;
        Next[arc] = First[from];
        Residual[arc] = capacity;
        First[from] = arc;
    }

    private void Resize(int arcs)
    {
        Array.Resize(ref Head, arcs);
        Array.Resize(ref Next, arcs);
        Array.Resize(ref Residual, arcs);
    }
}
