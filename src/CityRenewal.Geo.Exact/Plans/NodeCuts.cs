namespace CityRenewal.Geo.Exact.Plans;

/// <summary>Nodes that part a node from a root, of which a choice in shares holds least: a largest flow through nodes.</summary>
internal sealed class NodeCuts(AreaLand area)
{
    private const double Tiny = 1e-7;

    // A node is an entry (2i) and an exit (2i + 1).
    private readonly Dictionary<(int From, int To), double> _left = [];
    private readonly int[] _from = new int[2 * area.Land.ParcelCount];

    /// <summary>The cut of a node where it holds less than the node's own share; null where it does not.</summary>
    /// <param name="share">Share of each node.</param>
    /// <param name="root">The root, chosen whole.</param>
    /// <param name="node">The node.</param>
    public NodeCut? Of(double[] share, int root, int node)
    {
        if (area.Joined[root].Contains(node))
        {
            return null;
        }

        _left.Clear();
        var flow = 0d;
        while (flow < share[node] - 0.02)
        {
            var at = Reach(share, root, node);
            if (!at)
            {
                int[] cut = [.. area.Nodes.Where(one => _from[2 * one] >= 0 && _from[(2 * one) + 1] < 0 && one != node)];
                return NodeCut.Of(area, node, cut);
            }

            flow += Augment(share, root, node);
        }

        return null;
    }

    private bool Reach(double[] share, int root, int node)
    {
        Array.Fill(_from, -1);
        var queue = new Queue<int>([(2 * root) + 1]);
        _from[(2 * root) + 1] = _from[2 * root] = (2 * root) + 1;
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in Next(at))
            {
                if (_from[next] < 0 && Left(share, at, next, node) > Tiny)
                {
                    _from[next] = at;
                    if (next == 2 * node)
                    {
                        return true;
                    }

                    queue.Enqueue(next);
                }
            }
        }

        return false;
    }

    private IEnumerable<int> Next(int at) => at % 2 == 0
        ? area.Joined[at / 2].Select(other => (2 * other) + 1).Prepend(at + 1)
        : area.Joined[at / 2].Select(other => 2 * other).Prepend(at - 1);

    // Between nodes there is room for anything; through a node for its share.
    private double Left(double[] share, int from, int to, int node) =>
        _left.GetValueOrDefault((from, to)) + (from / 2 == to / 2 ? from % 2 == 0 ? share[from / 2] : 0 : from % 2 == 1 ? 2 : 0);

    private double Augment(double[] share, int root, int node)
    {
        var room = double.PositiveInfinity;
        for (var at = 2 * node; at != (2 * root) + 1; at = _from[at])
        {
            room = Math.Min(room, Left(share, _from[at], at, node));
        }

        for (var at = 2 * node; at != (2 * root) + 1; at = _from[at])
        {
            _left[(_from[at], at)] = _left.GetValueOrDefault((_from[at], at)) - room;
            _left[(at, _from[at])] = _left.GetValueOrDefault((at, _from[at])) + room;
        }

        return room;
    }
}
