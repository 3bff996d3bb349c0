namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A new piece on free land: from one node on, always the neighbour that gives most per m², until the smallest area is
/// reached. A little chance in the choice lets the same seed grow differently next time.
/// </summary>
internal sealed class GrowthMove
{
    private const double Chance = 0.3;

    private readonly SearchState _state;
    private readonly MoveTrial _trial;
    private readonly UnitPieces _pieces;
    private readonly UnitLand _land;
    private readonly int[] _seeds;
    private readonly int[] _placeInFrontier;
    private readonly List<(int Node, double Gain)> _frontier = [];
    private readonly long[] _rows;

    public GrowthMove(SearchState state, MoveTrial trial)
    {
        (_state, _trial, _pieces, _land) = (state, trial, state.Pieces, state.Pieces.Land);
        _seeds = [.. Enumerable.Range(0, _land.ParcelCount).Where(node => _land.Benefits.Span[node] > 0 && _land.LinksOf(node).Length > 0)];
        _placeInFrontier = new int[_land.ParcelCount];
        _rows = new long[_land.SumCount];
        Array.Fill(_placeInFrontier, -1);
    }

    /// <summary>Tries a piece from a seed of chance; returns the work it took, in proposals.</summary>
    public int Try(ref SearchRandom random, double mostLoss) =>
        _seeds.Length == 0 ? 1 : From(_seeds[random.Below(_seeds.Length)], ref random, mostLoss, out _);

    /// <summary>Tries a piece from a seed; returns the work it took, in proposals.</summary>
    public int From(int seed, ref SearchRandom random, double mostLoss, out bool stays)
    {
        stays = false;
        if (_pieces.PieceOf(seed) >= 0)
        {
            return 1;
        }

        var piece = _state.Begin();
        var work = 4;
        _trial.Start();
        _trial.Put(seed, piece);
        Meet(seed, piece, ref random);
        while (_pieces.Sums(piece).TwiceArea < _land.Limits.LeastTwiceArea && TakeBest(piece) is var node and >= 0)
        {
            _trial.Put(node, piece);
            Meet(node, piece, ref random);
            work += 2 + (_frontier.Count / 8);
        }

        _frontier.ForEach(entry => _placeInFrontier[entry.Node] = -1);
        _frontier.Clear();
        stays = _trial.Finish(mostLoss);
        return work;
    }

    private void Meet(int node, int piece, ref SearchRandom random)
    {
        foreach (ref readonly var link in _land.LinksOf(node))
        {
            if (link.Joins && _pieces.PieceOf(link.Other) < 0 && !_state.IsFixedNode(link.Other))
            {
                var entry = (link.Other, GainOf(link.Other, piece) + (Chance * _state.Judge.Scale.PerTwiceArea * random.Below(256) / 256));
                if (_placeInFrontier[link.Other] < 0)
                {
                    _placeInFrontier[link.Other] = _frontier.Count;
                    _frontier.Add(entry);
                }
                else
                {
                    _frontier[_placeInFrontier[link.Other]] = entry;
                }
            }
        }
    }

    private int TakeBest(int piece)
    {
        while (_frontier.Count > 0)
        {
            var best = 0;
            for (var at = 1; at < _frontier.Count; at++)
            {
                best = _frontier[at].Gain > _frontier[best].Gain ? at : best;
            }

            var node = _frontier[best].Node;
            _frontier[best] = _frontier[^1];
            _placeInFrontier[_frontier[best].Node] = best;
            _placeInFrontier[node] = -1;
            _frontier.RemoveAt(_frontier.Count - 1);
            if (_pieces.MayJoin(node, piece)
                && _pieces.Sums(piece).TwiceArea + _land.TwiceArea(node) <= _land.Limits.MostTwiceArea)
            {
                return node;
            }
        }

        return -1;
    }

    private double GainOf(int node, int piece)
    {
        var sums = _pieces.Sums(piece) + _pieces.ChangeOfAdding(node, piece);
        var now = _pieces.Rows(piece);
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] = now[row] + _land.Takes[(node * _rows.Length) + row];
        }

        var before = _state.Judge.Of(_pieces.Sums(piece), now).Energy(1);
        return (_state.Judge.Of(sums, _rows).Energy(1) - before) / Math.Max(1, _land.TwiceArea(node));
    }
}
