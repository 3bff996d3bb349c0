namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Cuts a piece that is too large into contiguous ones within the limits. Sweeps over it in eight directions; in each it
/// takes the nodes one by one as they come into reach and knows at every step what a cut there would cost. Both sides of
/// the cheapest good cut are contiguous; sides that are still too large are cut again.
/// </summary>
internal sealed class PieceSplit
{
    private static readonly (int X, int Y)[] Directions =
        [(2, 0), (0, 2), (1, 1), (1, -1), (-2, 0), (0, -2), (-1, -1), (-1, 1)];

    private readonly UnitLand _land;
    private readonly int[] _sideOf;
    private readonly int[] _seen;
    private readonly PriorityQueue<int, (long Reach, int Node)> _reach = new();
    private int _side;
    private int _time;

    public PieceSplit(UnitLand land)
    {
        _land = land;
        _sideOf = new int[land.ParcelCount];
        _seen = new int[land.ParcelCount];
    }

    /// <summary>The parts to keep, each contiguous and within the limits; what cannot be kept is left out.</summary>
    public List<List<int>> Split(List<int> members, CancellationToken cancel)
    {
        var kept = new List<List<int>>();
        var open = new Stack<List<int>>();
        open.Push(members);
        while (open.TryPop(out var piece))
        {
            cancel.ThrowIfCancellationRequested();
            var area = AreaOf(piece);
            if (area < _land.Limits.LeastTwiceArea)
            {
                continue;
            }

            if (area <= _land.Limits.MostTwiceArea)
            {
                kept.Add(piece);
            }
            else if (BestCut(piece) is { } cut)
            {
                var (one, other) = Sides(piece, cut);
                open.Push(other);
                open.Push(one);
            }
        }

        return kept;
    }

    private long AreaOf(List<int> piece)
    {
        long sum = 0;
        foreach (var node in piece)
        {
            sum += _land.TwiceArea(node);
        }

        return sum;
    }

    private Cut? BestCut(List<int> piece)
    {
        Cut? best = null;
        for (var direction = 0; direction < Directions.Length; direction++)
        {
            var found = BestCutIn(piece, direction);
            if (found is { } cut && (best is null || cut.Score < best.Value.Score))
            {
                best = cut;
            }
        }

        return best;
    }

    private Cut? BestCutIn(List<int> piece, int direction)
    {
        var whole = SumsOf(piece);
        var side = default(SideSums);
        Cut? best = null;
        var taken = 0;
        foreach (var node in Swept(piece, direction))
        {
            taken++;
            side = Extend(side, node);
            if (taken < piece.Count)
            {
                var score = Score(side, whole);
                if (score is { } value && (best is null || value < best.Value.Score))
                {
                    best = new Cut(direction, taken, value);
                }
            }
        }

        return best;
    }

    /// <summary>The nodes of a contiguous piece in the order in which a sweep reaches them, each next to an earlier one.</summary>
    private IEnumerable<int> Swept(List<int> piece, int direction)
    {
        Mark(piece);
        var (dx, dy) = Directions[direction];
        long Reach(int node)
        {
            var place = _land.CityNode(node);
            return ((long)dx * _land.Nodes.CentreX[place]) + ((long)dy * _land.Nodes.CentreY[place]);
        }

        var start = piece.MinBy(node => (Reach(node), node));
        _reach.Clear();
        _reach.Enqueue(start, (Reach(start), start));
        _seen[start] = _time;
        while (_reach.TryDequeue(out var node, out _))
        {
            _sideOf[node] = -_side;
            yield return node;
            foreach (var link in _land.LinksOf(node))
            {
                if (link.Joins && _sideOf[link.Other] == _side && _seen[link.Other] != _time)
                {
                    _seen[link.Other] = _time;
                    _reach.Enqueue(link.Other, (Reach(link.Other), link.Other));
                }
            }
        }
    }

    private void Mark(List<int> piece)
    {
        _side++;
        _time++;
        foreach (var node in piece)
        {
            _sideOf[node] = _side;
        }
    }

    private SideSums SumsOf(List<int> piece)
    {
        Mark(piece);
        var sums = default(SideSums);
        foreach (var node in piece)
        {
            _sideOf[node] = -_side;
            sums = Extend(sums, node);
        }

        return sums;
    }

    /// <summary>The sums of a side with one more node, which is already marked as taken.</summary>
    private SideSums Extend(SideSums side, int node)
    {
        long toTaken = 0, toOpen = 0;
        foreach (var link in _land.LinksOf(node))
        {
            toTaken += _sideOf[link.Other] == -_side ? link.Saved : 0;
            toOpen += _sideOf[link.Other] == _side ? link.Saved : 0;
        }

        return new SideSums(
            side.TwiceArea + _land.TwiceArea(node),
            side.Benefit + _land.Benefits.Span[node],
            side.Outline + _land.Perimeter(node) - (2 * toTaken),
            side.Cut + toOpen - toTaken);
    }

    /// <summary>What is lost by a cut, per m² of the smaller side while the piece is far too large; null where it leads nowhere.</summary>
    private double? Score(SideSums side, SideSums whole)
    {
        var limits = _land.Limits;
        var rest = new SideSums(
            whole.TwiceArea - side.TwiceArea,
            whole.Benefit - side.Benefit,
            whole.Outline - side.Outline + (2 * side.Cut),
            side.Cut);
        var loss = 2 * limits.Price * side.Cut;
        var keepsSide = side.TwiceArea >= limits.LeastTwiceArea;
        var keepsRest = rest.TwiceArea >= limits.LeastTwiceArea;
        if (!keepsSide && !keepsRest)
        {
            return null;
        }

        loss += keepsSide ? 0 : side.Value(limits.Price);
        loss += keepsRest ? 0 : rest.Value(limits.Price);
        var isLastCut = side.TwiceArea <= limits.MostTwiceArea && rest.TwiceArea <= limits.MostTwiceArea;
        var couldBeLast = whole.TwiceArea <= 2 * limits.MostTwiceArea;

        // A cut that does not end the matter is judged by how much it brings on the way.
        var share = (double)Math.Min(side.TwiceArea, rest.TwiceArea) / whole.TwiceArea;
        return (isLastCut, couldBeLast) switch
        {
            (true, _) => loss,
            (false, true) => (Math.Max(loss, 0) / share) + (limits.Price * whole.Outline),
            _ => loss / share,
        };
    }

    /// <summary>The two sides of a cut; fragments that the cut leaves apart go to the side that they touch.</summary>
    private (List<int> One, List<int> Other) Sides(List<int> piece, Cut cut)
    {
        var one = Swept(piece, cut.Direction).Take(cut.Taken).ToList();
        var fragments = FragmentsOf(piece.Where(node => _sideOf[node] == _side));
        var largest = fragments.MaxBy(fragment => (AreaOf(fragment), -fragment[0]))!;
        foreach (var fragment in fragments)
        {
            if (fragment != largest)
            {
                one.AddRange(fragment);
            }
        }

        return (one, largest);
    }

    private List<List<int>> FragmentsOf(IEnumerable<int> open)
    {
        var fragments = new List<List<int>>();
        var side = _side;
        foreach (var start in open.ToList())
        {
            if (_sideOf[start] != side)
            {
                continue;
            }

            var fragment = new List<int> { start };
            _sideOf[start] = 0;
            for (var at = 0; at < fragment.Count; at++)
            {
                foreach (var link in _land.LinksOf(fragment[at]))
                {
                    if (link.Joins && _sideOf[link.Other] == side)
                    {
                        _sideOf[link.Other] = 0;
                        fragment.Add(link.Other);
                    }
                }
            }

            fragments.Add(fragment);
        }

        return fragments;
    }

    private readonly record struct Cut(int Direction, int Taken, double Score);

    private readonly record struct SideSums(long TwiceArea, long Benefit, long Outline, long Cut)
    {
        public double Value(double price) => (Benefit * SearchLimits.BenefitUnit) - (price * Outline);
    }
}
