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

    // What is hardly broken is left alone: a limit that is broken much now mends it too, or it is broken more later.
    private const double LeastBroken = 0.2;
    private const double LeastChosen = 0.005;

    // Share of the payer above which a node counts as chosen like it, and the share of the smallest area that has to lack then.
    private const double HeldShare = 0.5;
    private const double LeastLack = 0.01;

    private readonly ReachFlow _flow = new(steps, land.ParcelCount);
    private readonly Queue<int> _queue = new();
    private readonly bool[] _isQueued = new bool[land.ParcelCount];
    private readonly List<int> _near = [];
    private readonly LikeChosen _like = new(land, steps);
    private readonly bool[] _isHeld = new bool[land.ParcelCount];
    private readonly long[] _way = Filled(land.ParcelCount, long.MaxValue);

    /// <summary>Forgets who has enough: another choice of nodes is looked at.</summary>
    public void Begin() => _like.Begin();

    /// <summary>Whether a payer has all that it asks for, as can be told without a search; nothing is told where it is false.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen; the same since <see cref="Begin"/>.</param>
    public bool HasEnough(int payer, double[] chosen) => _like.IsEnough(payer, chosen, 1 - LeastBroken);

    /// <summary>The limit; null where a payer has all that it asks for.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen, in [0, 1].</param>
    public Reach? Of(int payer, double[] chosen)
    {
        if (land.TwiceArea(payer) >= land.Limits.LeastTwiceArea)
        {
            return null;
        }

        if (Broken([payer], chosen) is { } limit)
        {
            return limit;
        }

        var lack = _like.LackAround(payer, chosen, HeldShare);
        return lack > LeastLack * land.Limits.LeastTwiceArea && _like.Nodes.Count > 1 ? Broken(_like.Nodes, chosen) : null;
    }

    private Reach? Broken(List<int> held, double[] chosen)
    {
        var payer = held[0];
        var lack = land.Limits.LeastTwiceArea;
        foreach (var node in held)
        {
            _isHeld[node] = true;
            lack -= land.TwiceArea(node);
        }

        _flow.Clear();
        Gather(payer, chosen, lack);
        foreach (var node in _near)
        {
            var door = node == payer ? int.MaxValue : (int)(Scale * chosen[node] * (1 - ((double)_way[node] / lack)));
            _flow.Add(node, door, (int)(Scale * chosen[node] * ((double)Given(node, lack) / lack)));
            _way[node] = long.MaxValue;
        }

        held.ForEach(node => _isHeld[node] = false);
        var enough = (int)((1 - LeastBroken) * Scale * chosen[payer]);
        return _flow.From(payer, enough) < enough ? Limit(held, _flow.Inside()) : null;
    }

    /// <summary>What is held but not inside is not held for this limit.</summary>
    private Reach Limit(List<int> held, int[] inside) =>
        Reach.OfLand(land, steps, [.. held.Where(node => Array.BinarySearch(inside, node) >= 0)], inside);

    private long Given(int node, long lack) => _isHeld[node] ? 0 : Math.Min(lack, land.TwiceArea(node));

    /// <summary>The nodes that can be reached over less than some land, ascending.</summary>
    /// <param name="payer">Where the ways begin; its own land counts.</param>
    /// <param name="most">Twice the land.</param>
    public int[] Within(int payer, long most)
    {
        _near.Clear();
        Meet(payer, 0);
        while (Next(out var node))
        {
            var beyond = _way[node] + land.TwiceArea(node);
            foreach (var next in steps.From(node))
            {
                if (beyond < most && beyond < _way[next])
                {
                    Meet(next, beyond);
                }
            }
        }

        _near.ForEach(node => _way[node] = long.MaxValue);
        return [.. _near.Order()];
    }

    /// <summary>The chosen nodes that chosen nodes lead to from the payer while less is given than lacks, the payer first.</summary>
    private void Gather(int payer, double[] chosen, long lack)
    {
        _near.Clear();
        Meet(payer, 0);
        while (Next(out var node))
        {
            var beyond = _way[node] + Given(node, lack);
            foreach (var next in beyond < lack ? steps.From(node) : [])
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
        if (!_isQueued[node])
        {
            _isQueued[node] = true;
            _queue.Enqueue(node);
        }
    }

    // So few nodes are near that it is faster to look at some of them twice than to keep them in order.
    private bool Next(out int node)
    {
        var isThere = _queue.TryDequeue(out node);
        if (isThere)
        {
            _isQueued[node] = false;
        }

        return isThere;
    }

    private static long[] Filled(int count, long value)
    {
        var filled = new long[count];
        Array.Fill(filled, value);
        return filled;
    }
}
