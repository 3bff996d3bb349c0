namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the limit of reach that a fractional choice of nodes breaks most for a payer: the nodes to put inside are a minimum
/// cut, where leaving a node outside that an inside one leads to costs what it gives as rim.
/// </summary>
internal sealed class ReachSearch(UnitLand land)
{
    // Full choice of all of the smallest area, in whole numbers.
    private const double Scale = 1 << 20;
    private const int Forever = 1 << 29;

    private readonly NodeSteps _steps = new(land);
    private readonly MinimumCut _cut = new();
    private readonly long[] _way = new long[land.ParcelCount];

    /// <summary>The limit; null where a payer has all that it asks for.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen, in [0, 1].</param>
    public Reach? Of(int payer, double[] chosen)
    {
        Measure(payer);
        var least = (double)land.Limits.LeastTwiceArea;
        var nodes = land.ParcelCount;
        _cut.Start(2 * nodes, 4 * nodes);
        for (var node = 0; node < nodes; node++)
        {
            if (_way[node] >= land.Limits.LeastTwiceArea)
            {
                continue;
            }

            // In the set by its first half only, a node is rim; by both, it is inside.
            var rim = node == payer ? Forever : (int)(Scale * chosen[node] * (1 - (_way[node] / least)));
            _cut.AddEdge(node, nodes + node, rim, 0);
            _cut.AddWeight(nodes + node, -(long)(Scale * chosen[node] * land.TwiceArea(node) / least));
            foreach (var next in _steps.From(node))
            {
                if (_way[next] < land.Limits.LeastTwiceArea)
                {
                    _cut.AddEdge(nodes + node, next, Forever, 0);
                }
            }
        }

        var most = (long)(Scale * chosen[payer]);
        _cut.AddWeight(payer, most);
        _cut.Solve();
        if (_cut.Value < 0.02 * most || !_cut.IsIn(payer))
        {
            return null;
        }

        int[] inside = [.. Enumerable.Range(0, nodes).Where(node => _cut.IsIn(nodes + node))];
        return Array.BinarySearch(inside, payer) >= 0 ? Reach.Of(land, _steps, payer, inside) : null;
    }

    /// <summary>The least land on the way to each node, its own left out.</summary>
    private void Measure(int payer)
    {
        Array.Fill(_way, long.MaxValue);
        _way[payer] = 0;
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(payer, 0);
        while (queue.TryDequeue(out var node, out var way))
        {
            var beyond = way + land.TwiceArea(node);
            if (way > _way[node] || beyond >= land.Limits.LeastTwiceArea)
            {
                continue;
            }

            foreach (var next in _steps.From(node))
            {
                if (beyond < _way[next])
                {
                    _way[next] = beyond;
                    queue.Enqueue(next, beyond);
                }
            }
        }
    }
}
