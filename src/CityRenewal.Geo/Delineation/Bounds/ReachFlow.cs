namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What flows from a payer over the nodes around it: each node takes some at its inside, which its rim lets in, and passes on what
/// is left. The most that flows is what a reach is broken by least; where it is too little, the nodes that are reached are those
/// to put inside (blocking flows over levels; Dinitz 1970). It looks no farther than it has to.
/// </summary>
internal sealed class ReachFlow(NodeSteps steps, int nodes)
{
    private readonly int[] _door = new int[nodes];
    private readonly int[] _entered = new int[nodes];
    private readonly int[] _room = new int[nodes];
    private readonly int[] _passed = new int[steps.Count];
    private readonly List<int> _near = [];

    // A node is two places: its rim (even) and its inside (odd).
    // The level of a node that is not taken in is higher than any.
    private readonly int[] _level = Filled(2 * nodes);
    private readonly int[] _at = new int[2 * nodes];
    private readonly int[] _queue = new int[2 * nodes];
    private int _reached;
    private int _base = 1;

    /// <summary>Begins without any node.</summary>
    public void Clear()
    {
        foreach (var node in _near)
        {
            _level[2 * node] = _level[(2 * node) + 1] = int.MaxValue;
            _passed.AsSpan(steps.First(node), steps.From(node).Length).Clear();
        }

        _near.Clear();
    }

    /// <summary>Takes in a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="door">What its rim lets in at most.</param>
    /// <param name="room">What its inside takes at most.</param>
    public void Add(int node, int door, int room)
    {
        (_door[node], _entered[node], _room[node]) = (door, 0, room);
        _level[2 * node] = _level[(2 * node) + 1] = 0;
        _near.Add(node);
    }

    /// <summary>The most that flows from a node, up to a limit.</summary>
    public int From(int payer, int most)
    {
        var flown = 0;
        while (flown < most && Explore(payer, most - flown))
        {
            flown += Push(2 * payer, most - flown);
        }

        return flown;
    }

    /// <summary>The nodes whose inside was reached last, ascending: where less flowed than should, those to put inside.</summary>
    public int[] Inside() => [.. _near.Where(node => _level[(2 * node) + 1] >= _base).Order()];

    /// <summary>Finds how far places are, until there is room for twice what is wanted; false where there is none.</summary>
    private bool Explore(int payer, long wanted)
    {
        _base += _reached + 1;
        _reached = 0;
        long room = 0;
        var count = 0;
        Meet(2 * payer, _base, ref count);
        for (var at = 0; at < count && room < 2 * wanted; at++)
        {
            var place = _queue[at];
            var (node, level) = (place >> 1, _level[place] + 1);
            if ((place & 1) == 0)
            {
                MeetIf(_door[node] > 0, place + 1, level, ref count);
                MeetBack(node, level, ref count);
            }
            else
            {
                room += _room[node];
                MeetIf(_entered[node] > 0, place - 1, level, ref count);
                foreach (var next in steps.From(node))
                {
                    MeetIf(true, 2 * next, level, ref count);
                }
            }
        }

        _reached = count;
        return room > 0;
    }

    /// <summary>Meets the insides that pass something to a rim: none, where nothing entered there.</summary>
    private void MeetBack(int node, int level, ref int count)
    {
        var next = steps.From(node);
        for (var i = 0; _entered[node] > 0 && i < next.Length; i++)
        {
            MeetIf(_passed[steps.Back(steps.First(node) + i)] > 0, (2 * next[i]) + 1, level, ref count);
        }
    }

    private void MeetIf(bool isOpen, int place, int level, ref int count)
    {
        if (isOpen && _level[place] < _base)
        {
            Meet(place, level, ref count);
        }
    }

    private void Meet(int place, int level, ref int count)
    {
        (_level[place], _at[place]) = (level, 0);
        _queue[count++] = place;
    }

    /// <summary>Pushes towards places that are farther; returns what went.</summary>
    private int Push(int place, int amount)
    {
        var (node, left) = (place >> 1, amount);
        var next = steps.From(node);
        if ((place & 1) == 1)
        {
            var taken = Math.Min(left, _room[node]);
            (_room[node], left) = (_room[node] - taken, left - taken);
        }

        for (; left > 0 && _at[place] <= next.Length; _at[place]++)
        {
            left -= (place & 1) == 0 ? PushFromRim(node, _at[place], left) : PushFromInside(node, _at[place], left);
            if (left == 0)
            {
                break;
            }
        }

        return amount - left;
    }

    private int PushFromRim(int node, int arc, int amount)
    {
        var level = _level[2 * node] + 1;
        if (arc == 0)
        {
            var pushed = _door[node] > 0 && _level[(2 * node) + 1] == level ? Push((2 * node) + 1, Math.Min(amount, _door[node])) : 0;
            _door[node] -= pushed;
            _entered[node] += pushed;
            return pushed;
        }

        var back = steps.Back(steps.First(node) + arc - 1);
        var other = (2 * steps.From(node)[arc - 1]) + 1;
        var returned = _passed[back] > 0 && _level[other] == level ? Push(other, Math.Min(amount, _passed[back])) : 0;
        _passed[back] -= returned;
        return returned;
    }

    private int PushFromInside(int node, int arc, int amount)
    {
        var level = _level[(2 * node) + 1] + 1;
        if (arc == steps.From(node).Length)
        {
            var returned = _entered[node] > 0 && _level[2 * node] == level ? Push(2 * node, Math.Min(amount, _entered[node])) : 0;
            _entered[node] -= returned;
            _door[node] += returned;
            return returned;
        }

        var other = steps.From(node)[arc];
        var pushed = _level[2 * other] == level ? Push(2 * other, amount) : 0;
        _passed[steps.First(node) + arc] += pushed;
        return pushed;
    }

    private static int[] Filled(int count)
    {
        var filled = new int[count];
        Array.Fill(filled, int.MaxValue);
        return filled;
    }
}
