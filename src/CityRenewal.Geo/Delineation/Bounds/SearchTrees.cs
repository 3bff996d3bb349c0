using static CityRenewal.Geo.Delineation.FlowArcs;

namespace CityRenewal.Geo.Delineation;

/// <summary>The two trees of nodes that the source reaches and that reach the sink, with distances kept roughly right.</summary>
internal sealed class SearchTrees(FlowArcs arcs)
{
    private int[] _parent = [];
    private int[] _queueNext = [];
    private int[] _stamp = [];
    private int[] _distance = [];
    private bool[] _isSink = [];
    private int[] _orphans = new int[256];
    private int _orphanHead;
    private int _orphanTail;
    private int _queueFirst;
    private int _queueLast;
    private int _growing;
    private int _time;

    /// <summary>Nodes taken and lost since the start.</summary>
    public long Work { get; private set; }

    public int Parent(int node) => _parent[node];

    public bool IsSource(int node) => _parent[node] != None && !_isSink[node];

    public void Start(int nodes, long[] excess)
    {
        if (_parent.Length < nodes)
        {
            _parent = new int[nodes];
            _queueNext = new int[nodes];
            _stamp = new int[nodes];
            _distance = new int[nodes];
            _isSink = new bool[nodes];
        }

        _queueFirst = _queueLast = _growing = None;
        _orphanHead = _orphanTail = 0;
        _time = 0;
        Work = 0;
        for (var node = 0; node < nodes; node++)
        {
            _queueNext[node] = None;
            _stamp[node] = 0;
            _parent[node] = excess[node] == 0 ? None : Terminal;
            _isSink[node] = excess[node] < 0;
            _distance[node] = 1;
            if (excess[node] != 0)
            {
                Activate(node);
            }
        }
    }

    public void Orphan(int node)
    {
        _parent[node] = OrphanMark;
        if (_orphanTail == _orphans.Length)
        {
            Array.Resize(ref _orphans, 2 * _orphans.Length);
        }

        _orphans[_orphanTail++] = node;
    }

    /// <summary>Grows both trees until an arc with room joins them; returns that arc, from source side to sink side.</summary>
    public int GrowUntilTheyMeet()
    {
        // After an augmentation the node that was growing goes on where it stopped, if it still is in a tree.
        _time++;
        while (true)
        {
            if (_growing == None || _parent[_growing] == None)
            {
                _growing = TakeActive();
                if (_growing == None)
                {
                    return None;
                }

                Work++;
            }

            var bridge = _isSink[_growing] ? GrowSink(_growing) : GrowSource(_growing);
            if (bridge != None)
            {
                // Orphans may change the tree of the growing node: start over at its first arc next time.
                return bridge;
            }

            _growing = None;
        }
    }

    /// <summary>Finds a new parent for every orphan, or frees it and makes its children orphans.</summary>
    public void Adopt()
    {
        while (_orphanHead < _orphanTail)
        {
            var node = _orphans[_orphanHead++];
            var parent = NearestParent(node, out var distance);
            _parent[node] = parent;
            if (parent != None)
            {
                _stamp[node] = _time;
                _distance[node] = distance + 1;
            }
            else
            {
                Release(node);
            }
        }

        Work += _orphanTail;
        _orphanHead = _orphanTail = 0;
    }

    private int GrowSource(int node)
    {
        for (var arc = arcs.First[node]; arc != None; arc = arcs.Next[arc])
        {
            if (arcs.Residual[arc] > 0)
            {
                var other = arcs.Head[arc];
                if (_parent[other] == None)
                {
                    Take(other, arc ^ 1, node, isSink: false);
                }
                else if (_isSink[other])
                {
                    return arc;
                }
                else
                {
                    Shorten(other, arc ^ 1, node);
                }
            }
        }

        return None;
    }

    private int GrowSink(int node)
    {
        for (var arc = arcs.First[node]; arc != None; arc = arcs.Next[arc])
        {
            if (arcs.Residual[arc ^ 1] > 0)
            {
                var other = arcs.Head[arc];
                if (_parent[other] == None)
                {
                    Take(other, arc ^ 1, node, isSink: true);
                }
                else if (!_isSink[other])
                {
                    return arc ^ 1;
                }
                else
                {
                    Shorten(other, arc ^ 1, node);
                }
            }
        }

        return None;
    }

    private void Take(int node, int parentArc, int parent, bool isSink)
    {
        _isSink[node] = isSink;
        _parent[node] = parentArc;
        _stamp[node] = _stamp[parent];
        _distance[node] = _distance[parent] + 1;
        Activate(node);
    }

    private void Shorten(int node, int parentArc, int parent)
    {
        if (_stamp[node] <= _stamp[parent] && _distance[node] > _distance[parent])
        {
            _parent[node] = parentArc;
            _stamp[node] = _stamp[parent];
            _distance[node] = _distance[parent] + 1;
        }
    }

    private int NearestParent(int node, out int nearest)
    {
        var best = None;
        nearest = int.MaxValue;
        var isSink = _isSink[node];
        for (var arc = arcs.First[node]; arc != None; arc = arcs.Next[arc])
        {
            if (arcs.Residual[isSink ? arc : arc ^ 1] > 0)
            {
                var other = arcs.Head[arc];
                if (_parent[other] != None && _isSink[other] == isSink)
                {
                    var distance = DistanceToRoot(other);
                    if (distance < nearest)
                    {
                        nearest = distance;
                        best = arc;
                    }
                }
            }
        }

        return best;
    }

    /// <summary>Steps to the root, int.MaxValue where an orphan lies on the way; marks the way for later questions.</summary>
    private int DistanceToRoot(int start)
    {
        var steps = 0;
        var node = start;
        while (true)
        {
            if (_stamp[node] == _time)
            {
                steps += _distance[node];
                break;
            }

            var arc = _parent[node];
            steps++;
            if (arc == Terminal)
            {
                _stamp[node] = _time;
                _distance[node] = 1;
                break;
            }

            if (arc == OrphanMark)
            {
                return int.MaxValue;
            }

            node = arcs.Head[arc];
        }

        var left = steps;
        for (node = start; _stamp[node] != _time; node = arcs.Head[_parent[node]])
        {
            _stamp[node] = _time;
            _distance[node] = left--;
        }

        return steps;
    }

    private void Release(int node)
    {
        var isSink = _isSink[node];
        for (var arc = arcs.First[node]; arc != None; arc = arcs.Next[arc])
        {
            var other = arcs.Head[arc];
            var way = _parent[other];
            if (way == None || _isSink[other] != isSink)
            {
                continue;
            }

            if (arcs.Residual[isSink ? arc : arc ^ 1] > 0)
            {
                Activate(other);
            }

            if (way >= 0 && arcs.Head[way] == node)
            {
                Orphan(other);
            }
        }
    }

    private void Activate(int node)
    {
        if (_queueNext[node] != None)
        {
            return;
        }

        // The last node of the queue points to itself.
        _queueNext[node] = node;
        if (_queueLast == None)
        {
            _queueFirst = node;
        }
        else
        {
            _queueNext[_queueLast] = node;
        }

        _queueLast = node;
    }

    private int TakeActive()
    {
        while (_queueFirst != None)
        {
            var node = _queueFirst;
            var next = _queueNext[node];
            _queueNext[node] = None;
            _queueFirst = next == node ? None : next;
            if (next == node)
            {
                _queueLast = None;
            }

            if (_parent[node] != None)
            {
                return node;
            }
        }

        return None;
    }
}
