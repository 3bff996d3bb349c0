namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the limit of reach that a fractional choice of nodes breaks most for a payer: the nodes to put inside are a minimum
/// cut, where leaving a node outside that an inside one leads to costs what it gives as rim. Nodes that are not chosen at all
/// cost nothing there, so only those matter that are chosen and that chosen nodes lead to.
/// </summary>
internal sealed class ReachSearch(UnitLand land, NodeSteps steps)
{
    // Full choice of all of the smallest area, in whole numbers.
    private const double Scale = 1 << 20;
    private const int Forever = 1 << 29;
    private const double LeastBroken = 0.02;

    private readonly MinimumCut _cut = new();
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _near = [];
    private readonly long[] _way = Filled(land.ParcelCount, long.MaxValue);
    private readonly int[] _number = new int[land.ParcelCount];

    /// <summary>The limit; null where a payer has all that it asks for.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen, in [0, 1].</param>
    public Reach? Of(int payer, double[] chosen)
    {
        Gather(payer, chosen);
        Build(chosen);
        var most = (long)(Scale * chosen[payer]);
        _cut.AddWeight(0, most);
        _cut.Solve();
        var isBroken = _cut.Value >= LeastBroken * most && _cut.IsIn(_near.Count);
        int[] inside = isBroken ? [.. Enumerable.Range(0, _near.Count).Where(i => _cut.IsIn(_near.Count + i)).Select(i => _near[i]).Order()] : [];
        foreach (var node in _near)
        {
            _way[node] = long.MaxValue;
        }

        return isBroken ? Reach.OfLand(land, steps, payer, inside) : null;
    }

    /// <summary>The chosen nodes that chosen nodes lead to from the payer on less than the smallest area, the payer first.</summary>
    private void Gather(int payer, double[] chosen)
    {
        _near.Clear();
        Meet(payer, 0);
        while (_queue.TryDequeue(out var node, out var way))
        {
            var beyond = way + land.TwiceArea(node);
            if (way > _way[node] || beyond >= land.Limits.LeastTwiceArea)
            {
                continue;
            }

            foreach (var next in steps.From(node))
            {
                if (chosen[next] > 0 && beyond < _way[next])
                {
                    Meet(next, beyond);
                }
            }
        }
    }

    private void Meet(int node, long way)
    {
        if (_way[node] == long.MaxValue)
        {
            _number[node] = _near.Count;
            _near.Add(node);
        }

        _way[node] = way;
        _queue.Enqueue(node, way);
    }

    /// <summary>In the set by its first half only, a node is rim; by both, it is inside.</summary>
    private void Build(double[] chosen)
    {
        var least = (double)land.Limits.LeastTwiceArea;
        var count = _near.Count;
        _cut.Start(2 * count, 4 * count);
        for (var i = 0; i < count; i++)
        {
            var node = _near[i];
            _cut.AddEdge(i, count + i, i == 0 ? Forever : (int)(Scale * chosen[node] * (1 - (_way[node] / least))), 0);
            _cut.AddWeight(count + i, -(long)(Scale * chosen[node] * land.TwiceArea(node) / least));
            foreach (var next in steps.From(node))
            {
                if (_way[next] < long.MaxValue)
                {
                    _cut.AddEdge(count + i, _number[next], Forever, 0);
                }
            }
        }
    }

    private static long[] Filled(int count, long value)
    {
        var filled = new long[count];
        Array.Fill(filled, value);
        return filled;
    }
}
