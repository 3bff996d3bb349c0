using System.Numerics;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A small unit, tried out: every contiguous set of its free nodes is looked at once, and the best sets that do not overlap
/// are its areas. Where there are too many sets to look at all ways to combine them, the best come first.
/// </summary>
internal sealed class SmallUnitSearch
{
    /// <summary>Most nodes whose sets fit in a word.</summary>
    public const int MostNodes = 24;

    private const int MostNodesToCombine = 14;
    private const int MostSets = 400_000;

    private readonly UnitPieces _pieces;
    private readonly PieceJudge _judge;
    private readonly PieceFloors _floors;
    private readonly int[] _joined;
    private readonly int[] _barred;
    private readonly int _piece;
    private readonly int _locked;
    private readonly List<(int Set, long Value)> _areas = [];
    private int _looked;

    private SmallUnitSearch(UnitPieces pieces, PieceJudge judge)
    {
        (_pieces, _judge, _floors) = (pieces, judge, new PieceFloors(pieces, judge));
        var land = pieces.Land;
        (_joined, _barred) = (new int[land.ParcelCount], new int[land.ParcelCount]);
        for (var node = 0; node < land.ParcelCount; node++)
        {
            _locked |= land.IsLockedIn(node) && pieces.PieceOf(node) < 0 ? 1 << node : 0;
            foreach (ref readonly var link in land.LinksOf(node))
            {
                _joined[node] |= link.Joins ? 1 << link.Other : 0;
                _barred[node] |= link.IsBarred ? 1 << link.Other : 0;
            }
        }

        _piece = pieces.Begin();
    }

    /// <summary>Places the best areas on the free nodes of a unit; false, with nothing placed, where locks cannot be kept.</summary>
    public static bool Place(UnitPieces pieces)
    {
        var search = new SmallUnitSearch(pieces, new PieceJudge(pieces.Land));
        search.LookAtAll();
        var chosen = pieces.Land.ParcelCount <= MostNodesToCombine ? search.BestTogether() : search.BestFirst();
        foreach (var set in chosen ?? [])
        {
            var piece = pieces.Begin();
            for (var rest = set; rest != 0; rest &= rest - 1)
            {
                pieces.Add(BitOperations.TrailingZeroCount(rest), piece);
            }
        }

        return chosen is not null;
    }

    private void LookAtAll()
    {
        var taken = 0;
        for (var node = 0; node < _joined.Length; node++)
        {
            taken |= _pieces.PieceOf(node) >= 0 ? 1 << node : 0;
        }

        for (var root = 0; root < _joined.Length; root++)
        {
            if ((taken >> root & 1) == 0)
            {
                Extend(0, 1 << root, taken);
                taken |= 1 << root;
            }
        }
    }

    private void Extend(int set, int candidates, int never)
    {
        while (candidates != 0 && _looked < MostSets)
        {
            var node = BitOperations.TrailingZeroCount(candidates);
            candidates &= candidates - 1;
            var larger = set | 1 << node;
            _pieces.Add(node, _piece);
            _looked++;
            if (_pieces.Sums(_piece).TwiceArea <= _pieces.Land.Limits.MostTwiceArea)
            {
                var score = _judge.Of(_pieces.Sums(_piece), _pieces.Rows(_piece));
                var value = score.Excess == 0 ? _floors.Value(_piece, score) : 0;
                if (score.Excess == 0 && (value > 0 || (larger & _locked) != 0))
                {
                    _areas.Add((larger, value));
                }

                var apart = never | larger | _barred[node];
                Extend(larger, (candidates | _joined[node]) & ~apart, apart);
            }

            _pieces.Remove(node);
            never |= 1 << node;
        }
    }

    private List<int>? BestTogether()
    {
        var byLowest = _areas.ToLookup(area => area.Set & -area.Set);
        var all = 1 << _joined.Length;
        var best = new long[all];
        var choice = new int[all];
        for (var set = 1; set < all; set++)
        {
            var lowest = set & -set;
            best[set] = (lowest & _locked) != 0 ? long.MinValue : best[set ^ lowest];
            foreach (var (area, value) in byLowest[lowest])
            {
                if ((area & ~set) == 0 && best[set ^ area] != long.MinValue && value + best[set ^ area] > best[set])
                {
                    (best[set], choice[set]) = (value + best[set ^ area], area);
                }
            }
        }

        return best[^1] == long.MinValue ? null : Chosen(choice);
    }

    private static List<int> Chosen(int[] choice)
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

    private List<int>? BestFirst()
    {
        var chosen = new List<int>();
        var taken = 0;
        foreach (var (set, _) in _areas.OrderByDescending(area => area.Value).ThenBy(area => area.Set))
        {
            if ((set & taken) == 0)
            {
                chosen.Add(set);
                taken |= set;
            }
        }

        return (_locked & ~taken) == 0 ? chosen : null;
    }
}
