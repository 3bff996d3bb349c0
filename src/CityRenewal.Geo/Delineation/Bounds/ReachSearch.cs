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

    // Share of the payer above which a node counts as chosen like it, and the share of the smallest area that has to lack then.
    private const double HeldShare = 0.9;
    private const double LeastLack = 0.01;

    // What is broken by less than the least counts as kept.
    private const double NearlyAll = 1 - LeastBroken;

    private readonly ReachFlow _flow = new(steps, land.ParcelCount);
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int> _near = [];
    private readonly List<int> _held = [];

    // How far chosen land hangs together with a node that is enough for an area; 0 where that is not known.
    private readonly double[] _enough = new double[land.ParcelCount];
    private readonly bool[] _isHeld = new bool[land.ParcelCount];
    private readonly long[] _way = Filled(land.ParcelCount, long.MaxValue);

    /// <summary>Forgets who has enough: another choice of nodes is looked at.</summary>
    public void Begin() => Array.Clear(_enough);

    /// <summary>
    /// Whether a payer has all that it asks for without any search: it hangs together with the smallest area of land that is chosen as far as
    /// itself. Tells nothing where it is false.
    /// </summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen; the same since <see cref="Begin"/>.</param>
    public bool HasEnough(int payer, double[] chosen)
    {
        if (_enough[payer] >= NearlyAll * chosen[payer])
        {
            return true;
        }

        _held.Clear();
        _held.Add(payer);
        _isHeld[payer] = true;
        var isEnough = false;
        var lack = land.Limits.LeastTwiceArea - land.TwiceArea(payer);
        for (var at = 0; at < _held.Count && !(isEnough |= lack <= 0); at++)
        {
            foreach (var next in steps.From(_held[at]))
            {
                if (!_isHeld[next] && chosen[next] >= chosen[payer])
                {
                    isEnough |= _enough[next] >= chosen[payer];
                    _isHeld[next] = true;
                    _held.Add(next);
                    lack -= land.TwiceArea(next);
                }
            }
        }

        foreach (var node in _held)
        {
            _isHeld[node] = false;
            _enough[node] = isEnough ? Math.Max(_enough[node], chosen[payer]) : _enough[node];
        }

        return isEnough;
    }

    /// <summary>The limit; null where a payer has all that it asks for.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen, in [0, 1].</param>
    public Reach? Of(int payer, double[] chosen) =>
        land.TwiceArea(payer) >= land.Limits.LeastTwiceArea ? null : Broken([payer], chosen) ?? (Holds(payer, chosen) ? Broken(_held, chosen) : null);

    /// <summary>Gathers what is chosen as far as the payer and hangs together with it; false where that is enough land, or the payer alone.</summary>
    private bool Holds(int payer, double[] chosen)
    {
        _held.Clear();
        _held.Add(payer);
        _isHeld[payer] = true;
        var lack = land.Limits.LeastTwiceArea - land.TwiceArea(payer);
        for (var at = 0; at < _held.Count && lack > 0; at++)
        {
            foreach (var next in steps.From(_held[at]))
            {
                if (!_isHeld[next] && chosen[next] > HeldShare * chosen[payer])
                {
                    _isHeld[next] = true;
                    _held.Add(next);
                    lack -= land.TwiceArea(next);
                }
            }
        }

        _held.ForEach(node => _isHeld[node] = false);
        return lack > LeastLack * land.Limits.LeastTwiceArea && _held.Count > 1;
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
        var most = (int)(Scale * chosen[payer]);
        var isBroken = most - _flow.From(payer, most) >= LeastBroken * most;
        return isBroken ? Limit(held, _flow.Inside()) : null;
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
        while (_queue.TryDequeue(out var node, out var way))
        {
            var beyond = way + land.TwiceArea(node);
            foreach (var next in way > _way[node] ? [] : steps.From(node))
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
        while (_queue.TryDequeue(out var node, out var way))
        {
            var beyond = way + Given(node, lack);
            if (way > _way[node] || beyond >= lack)
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
