using static CityRenewal.Geo.Delineation.FlowArcs;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses the set of nodes with the greatest sum of weights minus the capacities of the edges that leave the set: a
/// minimum s-t cut, found by augmenting paths between two search trees (Boykov and Kolmogorov, PAMI 26:9, 2004).
/// Integers throughout, so the value is exact; of all best sets it returns the smallest, so the answer is unique.
/// One object solves many problems after each other in the same arrays. Weights may change after a solution: what flows
/// stays, and the next solution starts from it.
/// </summary>
public sealed class MinimumCut
{
    private readonly FlowArcs _arcs = new();
    private readonly SearchTrees _trees;
    private long[] _excess = [];

    /// <summary>An object without a problem; see <see cref="Start"/>.</summary>
    public MinimumCut() => _trees = new SearchTrees(_arcs);

    /// <summary>Number of nodes of the present problem.</summary>
    public int NodeCount { get; private set; }

    /// <summary>Number of edges of the present problem.</summary>
    public int EdgeCount { get; private set; }

    /// <summary>
    /// Greatest value over all sets of nodes; never negative, as the empty set is one of them. Where the work was limited
    /// and has run out, no set is worth more than this, but perhaps none is worth as much.
    /// </summary>
    public long Value { get; private set; }

    /// <summary>Whether the last solution is the best one, and not what was reached within the work that was allowed.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Begins a problem without edges whose weights are all zero.</summary>
    public void Start(int nodes, int expectedEdges)
    {
        NodeCount = nodes;
        EdgeCount = 0;
        Value = 0;
        if (_excess.Length < nodes)
        {
            _excess = new long[nodes];
        }

        Array.Clear(_excess, 0, nodes);
        _arcs.Start(nodes, 2 * expectedEdges);
    }

    /// <summary>Adds to what it is worth to have a node in the set; negative keeps it out.</summary>
    public void AddWeight(int node, long weight) => _excess[node] += weight;

    /// <summary>
    /// Charges <paramref name="leaving"/> where a is in the set and b is not, and <paramref name="entering"/> where b is
    /// in and a is not. Both are at least zero.
    /// </summary>
    public void AddEdge(int a, int b, int leaving, int entering)
    {
        _arcs.Link(2 * EdgeCount, a, b, leaving, entering);
        EdgeCount++;
    }

    /// <summary>Solves the problem; afterwards <see cref="Value"/> and <see cref="IsIn"/> tell the answer.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="mostWork">Nodes that the trees may take or lose; the flow that is reached then still bounds every set.</param>
    public void Solve(CancellationToken cancel = default, long mostWork = long.MaxValue)
    {
        _trees.Start(NodeCount, _excess);
        IsExact = true;
        var paths = 0;
        for (var bridge = _trees.GrowUntilTheyMeet(); bridge != None && IsExact; bridge = _trees.GrowUntilTheyMeet())
        {
            Augment(bridge);
            _trees.Adopt();
            IsExact = _trees.Work < mostWork;
            if ((++paths & 1023) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }

        Value = 0;
        for (var node = 0; node < NodeCount; node++)
        {
            Value += Math.Max(0, _excess[node]);
        }
    }

    /// <summary>What still fits through an edge from its first node to its second.</summary>
    public int Room(int edge) => _arcs.Residual[2 * edge];

    /// <summary>What is left of a node's weight after all that flows out of it and into it.</summary>
    public long Remainder(int node) => _excess[node];

    /// <summary>Whether a node is in the chosen set.</summary>
    public bool IsIn(int node) => _trees.IsSource(node);

    /// <summary>Pushes as much as fits along the path that runs over the bridge from the source tree to the sink tree.</summary>
    private void Augment(int bridge)
    {
        int from = _arcs.Head[bridge ^ 1], to = _arcs.Head[bridge];
        long room = _arcs.Residual[bridge];
        var source = NarrowestTowardsRoot(from, isSource: true, ref room);
        var sink = NarrowestTowardsRoot(to, isSource: false, ref room);
        room = Math.Min(room, Math.Min(_excess[source], -_excess[sink]));

        var push = (int)room;
        _arcs.Residual[bridge] -= push;
        _arcs.Residual[bridge ^ 1] += push;
        PushTowardsRoot(from, isSource: true, push);
        PushTowardsRoot(to, isSource: false, push);
        TakeFromRoot(source, room);
        TakeFromRoot(sink, -room);
    }

    private int NarrowestTowardsRoot(int node, bool isSource, ref long room)
    {
        for (var arc = _trees.Parent(node); arc != Terminal; arc = _trees.Parent(node))
        {
            // A parent arc runs from the child to its parent; flow in the source tree runs against it.
            room = Math.Min(room, _arcs.Residual[isSource ? arc ^ 1 : arc]);
            node = _arcs.Head[arc];
        }

        return node;
    }

    private void PushTowardsRoot(int node, bool isSource, int push)
    {
        for (var arc = _trees.Parent(node); arc != Terminal; arc = _trees.Parent(node))
        {
            var parent = _arcs.Head[arc];
            var along = isSource ? arc ^ 1 : arc;
            _arcs.Residual[along ^ 1] += push;
            if ((_arcs.Residual[along] -= push) == 0)
            {
                _trees.Orphan(node);
            }

            node = parent;
        }
    }

    private void TakeFromRoot(int root, long amount)
    {
        if ((_excess[root] -= amount) == 0)
        {
            _trees.Orphan(root);
        }
    }
}
