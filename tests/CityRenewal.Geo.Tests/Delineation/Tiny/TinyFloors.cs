using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Tiny;

/// <summary>
/// Buildings on a tiny unit: up to eight that may go, some of whose plots nobody plans, with room for demolition, and for new floor
/// area, by parcel. Tries all subsets of those that may go, and adds up in its own way.
/// </summary>
internal sealed class TinyFloors
{
    private const int MostCandidates = 8;
    private const long Metre = 1_000_000;

    private readonly List<(int Node, long Area, long Size, long Allows, bool Hides)> _candidates = [];
    private readonly FloorAllowance[] _allowed;
    private readonly (double Goes, double Built) _worth;
    private readonly int[] _start;
    private readonly int _parcels;

    public TinyFloors(TinyUnit unit)
    {
        var random = new Random(unit.Number + 1_000_003);
        _parcels = unit.Land.ParcelCount;
        _worth = (random.Next(4) == 0 ? 0 : 0.25 * random.Next(1, 9), random.Next(2) == 0 ? 0 : 0.25 * random.Next(1, 7));
        var count = random.Next(1, MostCandidates + 1);
        for (var candidate = 0; candidate < count; candidate++)
        {
            var area = random.Next(20, 220) * Metre;
            var spread = random.Next(3) == 0 ? area / 100 * random.Next(1, 15) : 0;
            _candidates.Add((random.Next(_parcels), area, area + spread, (area - spread) * random.Next(1, 3), random.Next(8) == 0));
        }

        _candidates.Sort((a, b) => a.Node.CompareTo(b.Node));
        _allowed = new FloorAllowance[unit.Land.Nodes.Count];
        for (var node = 0; node < _parcels; node++)
        {
            _allowed[node] = new FloorAllowance(
                random.Next(3) == 0 ? 0 : random.Next(0, 140) * Metre, random.Next(2) == 0 ? 0 : random.Next(0, 200) * Metre, random.Next(20) == 0);
        }

        _start = new int[unit.Land.Nodes.Count + 1];
        _candidates.ForEach(candidate => _start[candidate.Node + 1]++);
        for (var node = 0; node + 1 < _start.Length; node++)
        {
            _start[node + 1] += _start[node];
        }

        Worths = new FloorWorths(FloorPrices.Of(_worth.Goes, _worth.Built), _start, Candidates(), _allowed);
    }

    public FloorWorths Worths { get; }

    /// <summary>The unit with these buildings.</summary>
    public UnitLand On(UnitLand land) => On(land, Worths);

    /// <summary>The unit with these buildings, whose floor area is worth nothing.</summary>
    public UnitLand Worthless(UnitLand land) =>
        On(land, new FloorWorths(default, _start, Candidates(), _allowed));

    /// <summary>What the best subset of those that may go on a set of parcels is worth, m².</summary>
    public double Best(int set)
    {
        long room = 0, capacity = 0;
        var hides = false;
        for (var node = 0; node < _parcels; node++)
        {
            if ((set >> node & 1) == 1)
            {
                (room, capacity, hides) = (room + _allowed[node].Room, capacity + _allowed[node].Capacity, hides | _allowed[node].HidesNew);
            }
        }

        var here = _candidates.Where(candidate => (set >> candidate.Node & 1) == 1).ToList();
        double best = 0;
        for (var choice = 0; choice < 1 << here.Count; choice++)
        {
            long size = 0, area = 0, allows = 0;
            var unknown = hides;
            for (var at = 0; at < here.Count; at++)
            {
                if ((choice >> at & 1) == 1)
                {
                    (size, area, allows, unknown) = (size + here[at].Size, area + here[at].Area, allows + here[at].Allows, unknown | here[at].Hides);
                }
            }

            var built = unknown ? 0 : Math.Min(allows, capacity);
            best = size <= room ? Math.Max(best, ((_worth.Goes * area) + (_worth.Built * built)) / Metre) : best;
        }

        return best;
    }

    private FloorCandidate[] Candidates() =>
        [.. _candidates.Select((one, at) => new FloorCandidate(at, one.Area, one.Size, one.Allows, at, one.Hides))];

    private static UnitLand On(UnitLand land, FloorWorths worths) => new(
        land.Nodes, [.. Enumerable.Range(0, land.Nodes.Count).Select(node => land.Benefits.Span[node])], land.Limits, 0, land.Rows) { Floors = worths };

    public override string ToString() =>
        $"worth {_worth} candidates {string.Join(' ', _candidates)} allowed {string.Join(' ', _allowed.Take(_parcels))}";
}
