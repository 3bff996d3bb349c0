using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>Some nodes of a city as land of their own: one problem, with the streets between them and nothing else.</summary>
internal sealed class PinnedLand
{
    private readonly LandNodes _city;
    private readonly List<int> _kept;
    private readonly int _parcels;
    private readonly Dictionary<int, int> _numbers;

    private PinnedLand(LandNodes city, List<int> parcels)
    {
        _city = city;
        _parcels = parcels.Count;
        _numbers = parcels.Select((node, number) => (node, number)).ToDictionary(pair => pair.node, pair => pair.number);
        _kept = [.. parcels, .. StreetsBetween(parcels)];
        for (var number = _parcels; number < _kept.Count; number++)
        {
            _numbers[_kept[number]] = number;
        }
    }

    /// <summary>The land, its benefits, and the parcels of its nodes.</summary>
    /// <param name="land">The city.</param>
    /// <param name="parcels">Nodes of parcels of one problem, ascending.</param>
    /// <param name="locks">The locks in force.</param>
    public static (LandNodes Nodes, long[] Benefits) Of(SearchLand land, List<int> parcels, ParcelLock[] locks)
    {
        var pinned = new PinnedLand(land.Nodes, parcels);
        return (pinned.Nodes(land.ProblemOf(parcels[0]), locks), [.. pinned._kept.Select(node => land.Benefits[node])]);
    }

    private SortedSet<int> StreetsBetween(List<int> parcels)
    {
        var streets = new SortedSet<int>();
        foreach (var node in parcels)
        {
            foreach (var neighbour in NeighboursOf(node))
            {
                if (_city.IsStreet(neighbour) && !streets.Contains(neighbour) && AllSidesAreKept(neighbour))
                {
                    streets.Add(neighbour);
                }
            }
        }

        return streets;
    }

    private bool AllSidesAreKept(int street)
    {
        foreach (var side in NeighboursOf(street))
        {
            if (!_city.IsStreet(side) && !_numbers.ContainsKey(side))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<int> NeighboursOf(int node) => _city.Neighbours.AsSpan(_city.Start[node].._city.Start[node + 1]);

    private LandNodes Nodes(int problem, ParcelLock[] locks)
    {
        var (starts, entries) = Neighbours();
        var near = Near();
        List<int> parcels = [], parcelStart = [0];
        var nodeOfParcel = new int[_city.NodeOfParcel.Length];
        Array.Fill(nodeOfParcel, -1);
        foreach (var node in _kept)
        {
            foreach (var parcel in _city.Parcels.AsSpan(_city.ParcelStart[node].._city.ParcelStart[node + 1]))
            {
                nodeOfParcel[parcel] = parcelStart.Count - 1;
                parcels.Add(parcel);
            }

            parcelStart.Add(parcels.Count);
        }

        return new LandNodes
        {
            MetresPerUnit = _city.MetresPerUnit,
            ProblemStart = [0, _kept.Count],
            StreetStart = [_parcels],
            ProblemUnit = [_city.ProblemUnit[problem]],
            NodeOfParcel = nodeOfParcel,
            ParcelStart = [.. parcelStart],
            Parcels = [.. parcels],
            StreetFace = Kept(_city.StreetFace),
            Bridges = Kept(_city.Bridges),
            Perimeter = Kept(_city.Perimeter),
            TwiceArea = Kept(_city.TwiceArea),
            CentreX = Kept(_city.CentreX),
            CentreY = Kept(_city.CentreY),
            LockedIn = [.. Enumerable.Range(0, _kept.Count).Select(node => HasLockedIn(parcels, parcelStart, node, locks))],
            Start = starts,
            Neighbours = [.. entries.Select(entry => _numbers[_city.Neighbours[entry]])],
            Borders = [.. entries.Select(entry => _city.Borders[entry])],
            Contacts = [.. entries.Select(entry => _city.Contacts[entry])],
            PairPrices = _city.PairPrices.Length == 0 ? [] : [.. entries.Select(entry => _city.PairPrices[entry])],
            Sets = [.. SetsKept()],
            SoftDivisions = [.. _city.SoftDivisions.Select(division => division with { UnitOfNode = Kept(division.UnitOfNode) })],
            Blocks = _city.Blocks.Length == 0 ? [] : Kept(_city.Blocks),
            NearStart = near.Start,
            Near = near.Nodes,
        };
    }

    // Of a set that costs where it is split, the part that is here still costs, and what is not here is left out.
    private IEnumerable<NodeSet> SetsKept() =>
        from set in _city.Sets
        let here = Enumerable.Range(0, set.Nodes.Length).Where(i => _numbers.ContainsKey(set.Nodes[i])).ToArray()
        let isHard = double.IsInfinity(set.Price)
        where here.Length > (isHard ? 1 : 0)
        select set with
        {
            Nodes = [.. here.Select(i => _numbers[set.Nodes[i]])],
            Costs = isHard ? [] : [.. here.Select(i => set.Costs[i])],
            Elsewhere = isHard ? 0 : set.Elsewhere + set.Costs.Sum() - here.Sum(i => set.Costs[i]),
        };

    private (int[] Start, int[] Nodes) Near()
    {
        if (_city.NearStart.Length == 0)
        {
            return ([], []);
        }

        var starts = new int[_kept.Count + 1];
        var nodes = new List<int>();
        for (var number = 0; number < _kept.Count; number++)
        {
            foreach (var near in _city.NearTo(_kept[number]))
            {
                if (_numbers.TryGetValue(near, out var here))
                {
                    nodes.Add(here);
                }
            }

            starts[number + 1] = nodes.Count;
        }

        return (starts, [.. nodes]);
    }

    private (int[] Start, List<int> Entries) Neighbours()
    {
        var starts = new int[_kept.Count + 1];
        var entries = new List<int>();
        for (var number = 0; number < _kept.Count; number++)
        {
            // Parcels before streets, both ascending, here as in the city: the order of neighbours stays.
            for (var entry = _city.Start[_kept[number]]; entry < _city.Start[_kept[number] + 1]; entry++)
            {
                if (_numbers.ContainsKey(_city.Neighbours[entry]))
                {
                    entries.Add(entry);
                }
            }

            starts[number + 1] = entries.Count;
        }

        return (starts, entries);
    }

    private static bool HasLockedIn(List<int> parcels, List<int> start, int node, ParcelLock[] locks)
    {
        for (var i = start[node]; i < start[node + 1]; i++)
        {
            if (locks[parcels[i]] == ParcelLock.In)
            {
                return true;
            }
        }

        return false;
    }

    private T[] Kept<T>(T[] column) => [.. _kept.Select(node => column[node])];
}
