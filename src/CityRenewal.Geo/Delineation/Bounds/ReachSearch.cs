namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the limit of reach that a fractional choice of nodes breaks most for a payer: the nodes to put inside are a minimum
/// cut, where leaving a node outside that an inside one leads to costs what it gives as rim. Nodes that are hardly chosen
/// cost next to nothing there, so only those matter that are chosen and that chosen nodes lead to.
/// </summary>
internal sealed class ReachSearch(UnitLand land, NodeSteps steps)
{
    // Full choice of all of the smallest area, in whole numbers.
    private const int Scale = 1 << 20;
    private const double LeastBroken = 0.02;
    private const double LeastChosen = 0.005;

    private readonly ReachFlow _flow = new(steps, land.ParcelCount);
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _near = [];
    private readonly long[] _way = Filled(land.ParcelCount, long.MaxValue);

    /// <summary>The limit; null where a payer has all that it asks for.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen, in [0, 1].</param>
    public Reach? Of(int payer, double[] chosen)
    {
        _flow.Clear();
        Gather(payer, chosen);
        var least = (double)land.Limits.LeastTwiceArea;
        foreach (var node in _near)
        {
            var door = node == payer ? int.MaxValue : (int)(Scale * chosen[node] * (1 - (_way[node] / least)));
            _flow.Add(node, door, (int)(Scale * chosen[node] * Math.Min(1, land.TwiceArea(node) / least)));
            _way[node] = long.MaxValue;
        }

        var most = (int)(Scale * chosen[payer]);
        var isBroken = most - _flow.From(payer, most) >= LeastBroken * most;
        return isBroken ? Reach.OfLand(land, steps, payer, _flow.Inside()) : null;
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
                if (chosen[next] > LeastChosen && beyond < _way[next])
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
            _near.Add(node);
        }

        _way[node] = way;
        _queue.Enqueue(node, way);
    }

    private static long[] Filled(int count, long value)
    {
        var filled = new long[count];
        Array.Fill(filled, value);
        return filled;
    }
}
