namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Takes the sets that cuts of a unit choose apart into contiguous parts, and tells which parts hang together over all sets seen:
/// parts that overlap or touch lie at one place, and what is worth most at one place does not depend on the others.
/// </summary>
internal sealed class ChosenParts(UnitLand land)
{
    private readonly int[] _place = Filled(land.Count);
    private readonly int[] _stamp = new int[land.Count];
    private readonly List<int> _queue = [];
    private int _time;

    /// <summary>The place of a node; none of two places that have met is lost, but both go by one number. −1 where no set ever had the node.</summary>
    public int PlaceOf(int node)
    {
        if (_place[node] < 0)
        {
            return -1;
        }

        var root = node;
        while (_place[root] != root)
        {
            root = _place[root];
        }

        while (_place[node] != root)
        {
            (_place[node], node) = (root, _place[node]);
        }

        return root;
    }

    /// <summary>The contiguous parts of the set that a cut chose, by their lowest nodes; their places meet where they touch others.</summary>
    public List<ChosenPart> Of(UnitCut cut)
    {
        var parts = new List<ChosenPart>();
        _time++;
        for (var node = 0; node < land.Count; node++)
        {
            if (cut.IsIn(node) && _stamp[node] != _time)
            {
                parts.Add(From(node, cut));
            }
        }

        return parts;
    }

    private ChosenPart From(int first, UnitCut cut)
    {
        _queue.Clear();
        Reach(first);
        Int128 reach = 0;
        long sum = 0;
        for (var at = 0; at < _queue.Count; at++)
        {
            var node = _queue[at];
            var isParcel = node < land.ParcelCount;
            sum += cut.WeightOf(node) - (isParcel && land.IsLockedIn(node) ? cut.Force : 0);
            reach += isParcel ? cut.Prices.Reach.PartsOf(node) : 0;
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
            {
                var other = land.Neighbour(entry);
                sum -= cut.IsIn(other) ? 0 : cut.Weights.Cost(land.Nodes.Borders[entry]);
                Join(first, other);
                if (cut.IsIn(other) && _stamp[other] != _time)
                {
                    Reach(other);
                }
            }
        }

        int[] parcels = [.. _queue.Where(node => node < land.ParcelCount).Order()];
        return new ChosenPart(first, parcels, ((double)((Int128)sum << cut.Weights.Grain) - (double)(reach >> PriceScale.Bits)) * SearchLimits.BenefitUnit);
    }

    private void Reach(int node)
    {
        _stamp[node] = _time;
        _queue.Add(node);
        _place[node] = _place[node] < 0 ? node : _place[node];
        Join(_queue[0], node);
    }

    private void Join(int a, int b)
    {
        if (_place[b] >= 0)
        {
            var (one, other) = (PlaceOf(a), PlaceOf(b));
            _place[Math.Max(one, other)] = Math.Min(one, other);
        }
    }

    private static int[] Filled(int count)
    {
        var filled = new int[count];
        Array.Fill(filled, -1);
        return filled;
    }
}
