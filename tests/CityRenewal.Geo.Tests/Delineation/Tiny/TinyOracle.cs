using System.Numerics;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Tiny;

/// <summary>
/// Tries all sets of parcels of a tiny unit and all ways to make areas of them; reads nothing but the nodes' columns and
/// adds up in its own way.
/// </summary>
internal sealed class TinyOracle
{
    private readonly UnitLand _land;
    private readonly Func<int, double> _besides;
    private readonly int _parcels;
    private readonly int[] _joined;
    private readonly int[] _barred;
    private readonly int[] _sidesOfStreet;
    private readonly int _locked;

    /// <summary>An oracle of a unit.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="besides">What a set of parcels is worth besides, m².</param>
    public TinyOracle(UnitLand land, Func<int, double>? besides = null)
    {
        (_land, _besides) = (land, besides ?? (_ => 0));
        _parcels = land.ParcelCount;
        (_joined, _barred) = (new int[_parcels], new int[_parcels]);
        _sidesOfStreet = new int[land.Count - _parcels];
        for (var node = 0; node < _parcels; node++)
        {
            _locked |= land.IsLockedIn(node) ? 1 << node : 0;
            foreach (var link in land.LinksOf(node))
            {
                _joined[node] |= link.Joins ? 1 << link.Other : 0;
                _barred[node] |= link.IsBarred ? 1 << link.Other : 0;
            }
        }

        for (var street = 0; street < _sidesOfStreet.Length; street++)
        {
            for (var entry = land.NeighbourStart(_parcels + street); entry < land.NeighbourEnd(_parcels + street); entry++)
            {
                _sidesOfStreet[street] |= land.Neighbour(entry) < _parcels ? 1 << land.Neighbour(entry) : 0;
            }
        }
    }

    /// <summary>The most that areas can be worth together, m²; null where locks cannot be kept. The chosen sets beside it.</summary>
    public (double Value, IReadOnlyList<int> Sets)? Best()
    {
        var all = 1 << _parcels;
        var areas = Enumerable.Range(0, _parcels).Select(_ => new List<(int Set, double Value)>()).ToArray();
        for (var set = 1; set < all; set++)
        {
            if (IsFeasible(set) && Value(set) is var value && (value > 0 || (set & _locked) != 0))
            {
                areas[BitOperations.TrailingZeroCount(set)].Add((set, value));
            }
        }

        var best = new double[all];
        var choice = new int[all];
        for (var set = 1; set < all; set++)
        {
            var lowest = set & -set;
            best[set] = (lowest & _locked) != 0 ? double.NegativeInfinity : best[set ^ lowest];
            foreach (var (area, value) in areas[BitOperations.TrailingZeroCount(set)])
            {
                if ((area & ~set) == 0 && value + best[set ^ area] > best[set])
                {
                    (best[set], choice[set]) = (value + best[set ^ area], area);
                }
            }
        }

        return double.IsNegativeInfinity(best[^1]) ? null : (best[^1], Chosen(choice));
    }

    /// <summary>Whether a set may be an area.</summary>
    public bool IsFeasible(int set)
    {
        var members = Members(set);
        var area = members.Sum(_land.TwiceArea);
        return area >= _land.Limits.LeastTwiceArea && area <= _land.Limits.MostTwiceArea
            && members.TrueForAll(node => (_barred[node] & set) == 0)
            && IsContiguous(set) && KeepsHardRows(members) && IsCompact(set);
    }

    /// <summary>Whether a set holds a parcel that has to be in an area.</summary>
    public bool HasLocked(int set) => (set & _locked) != 0;

    /// <summary>What a set is worth as one area, m².</summary>
    public double Value(int set)
    {
        var members = Members(set);
        var value = (members.Sum(node => _land.Benefits.Span[node]) * 1e-6) - (_land.Limits.Price * Outline(set)) - _land.Limits.Opening;
        for (var row = 0; row < _land.Rows.Count; row++)
        {
            var more = Taken(row, members) - _land.Rows.Limit(row);
            value -= more > 0 && double.IsFinite(_land.Rows.SoftPrice(row)) ? more * 1e-6 * _land.Rows.SoftPrice(row) : 0;
        }

        return value + _besides(set);
    }

    private IReadOnlyList<int> Chosen(int[] choice)
    {
        var chosen = new List<int>();
        for (var set = choice.Length - 1; set > 0; set ^= choice[set] != 0 ? choice[set] : set & -set)
        {
            if (choice[set] != 0)
            {
                chosen.Add(choice[set]);
            }
        }

        return chosen;
    }

    private List<int> Members(int set) => [.. Enumerable.Range(0, _parcels).Where(node => (set >> node & 1) == 1)];

    private IEnumerable<int> StreetsIn(int set) => Enumerable.Range(0, _sidesOfStreet.Length)
        .Where(street => (_sidesOfStreet[street] & ~set) == 0 && _land.IsAnchored(_parcels + street))
        .Select(street => _parcels + street);

    private long Outline(int set)
    {
        var nodes = Members(set).Concat(StreetsIn(set)).ToHashSet();
        long outline = 0;
        foreach (var node in nodes)
        {
            outline += _land.Perimeter(node);
            for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
            {
                outline -= nodes.Contains(_land.Neighbour(entry)) ? _land.Nodes.Borders[entry] : 0;
            }
        }

        return outline;
    }

    private bool IsCompact(int set)
    {
        if (_land.Limits.LeastPolsbyPopper == 0)
        {
            return true;
        }

        var gross = Members(set).Concat(StreetsIn(set)).Sum(_land.TwiceArea) / 2.0;
        var outline = Outline(set) / (double)LandNodes.UnitsPerGridUnit;
        return 4 * Math.PI * gross / (outline * outline) >= _land.Limits.LeastPolsbyPopper;
    }

    private bool IsContiguous(int set)
    {
        var reached = set & -set;
        for (var before = 0; before != reached;)
        {
            before = reached;
            for (var node = 0; node < _parcels; node++)
            {
                reached |= (reached >> node & 1) == 1 ? _joined[node] & set : 0;
            }
        }

        return reached == set;
    }

    private bool KeepsHardRows(List<int> members) => Enumerable.Range(0, _land.Rows.Count).All(row =>
        double.IsFinite(_land.Rows.SoftPrice(row)) || Taken(row, members) <= _land.Rows.Limit(row));

    private long Taken(int row, List<int> members) => members.Sum(node => _land.Rows.Slack(row, _land.CityNode(node)));
}
