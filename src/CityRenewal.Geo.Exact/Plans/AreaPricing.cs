namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// The area of a unit that is worth most at prices. Every area has a first node in a fixed order, its root: for each root the model
/// of areas that hold it and none before it is bounded, by shares with cuts first, then in whole nodes. What was proven of a root at
/// other prices goes on to count.
/// </summary>
internal sealed class AreaPricing : IDisposable
{
    private const int MostRounds = 10;
    private const int MostCuts = 40;

    private readonly AreaLand _area;
    private readonly AreaModel _model;
    private readonly NodeCuts _cuts;
    private readonly int _nodes;
    private readonly List<int> _roots;
    private readonly Dictionary<int, int> _place = [];
    private readonly Dictionary<int, (double Bound, double[] Worth)> _proven = [];

    /// <summary>The areas of a unit.</summary>
    /// <param name="area">The unit.</param>
    /// <param name="gap">How far below the best an answer may be, m².</param>
    /// <param name="nodes">Most branching nodes of a model.</param>
    public AreaPricing(AreaLand area, double gap, int nodes)
    {
        (_area, _model, _nodes, _cuts) = (area, new AreaModel(area, gap), nodes, new NodeCuts(area));

        // An outline costs something: an area is worth something only with a node that is, or with one that has to be in.
        _roots = [.. area.Nodes.OrderByDescending(area.Land.IsLockedIn).ThenByDescending(node => area.Land.Benefits.Span[node]).ThenBy(node => node)];
        for (var place = 0; place < _roots.Count; place++)
        {
            _place[_roots[place]] = place;
        }
    }

    /// <summary>Models solved in whole nodes.</summary>
    public int Models { get; private set; }

    /// <summary>Models solved in shares.</summary>
    public int Linear { get; private set; }

    /// <summary>Cuts of contiguity.</summary>
    public int Cuts => _model.Cuts;

    /// <summary>Who is in only together or never together with whom.</summary>
    public void Ask(Branch branch)
    {
        // What was proven of one branch says nothing of another.
        _proven.Clear();
        _model.Ask(branch.PairsOf(_area.Place));
    }

    /// <summary>Some areas that are worth more than a least value; where there are none, what no area is worth more than.</summary>
    /// <param name="worth">What each node is worth with its whole outline, less its prices, m²; −∞ where it is left out.</param>
    /// <param name="least">What is looked for, m².</param>
    /// <param name="stop">Ends the work.</param>
    public (List<AreaColumn> Found, double Bound) Best(double[] worth, double least, CancellationToken stop)
    {
        _model.Price(worth);
        var (most, found) = (double.NegativeInfinity, new List<AreaColumn>());
        foreach (var (root, known) in _roots.Select(root => (root, Known: Known(root, worth))).OrderByDescending(one => one.Known).ThenBy(one => _place[one.root]).ToList())
        {
            var bound = known;
            if (known > least && found.Count < 3 && !stop.IsCancellationRequested)
            {
                _model.Root(root, node => _place[node] > _place[root] && !double.IsNegativeInfinity(worth[node]));
                var (area, of) = With(root, least, stop);
                bound = Math.Min(bound, of);
                _proven[root] = (bound, worth);
                if (area is not null)
                {
                    found.Add(area);
                }
            }

            most = Math.Max(most, bound);
        }

        return (found, most);
    }

    public void Dispose() => _model.Dispose();

    /// <summary>What is known of areas with a root without looking: by what their nodes are worth, and by what was proven before.</summary>
    private double Known(int root, double[] worth)
    {
        if (double.IsNegativeInfinity(worth[root]))
        {
            return double.NegativeInfinity;
        }

        var sum = 0d;
        foreach (var node in _area.Nodes.Where(node => _place[node] >= _place[root] && !double.IsNegativeInfinity(worth[node])))
        {
            sum += Math.Max(0, worth[node] + (_area.Land.Limits.Price * _area.Land.Perimeter(node)));
        }

        if (_proven.TryGetValue(root, out var before))
        {
            var more = before.Bound;
            foreach (var node in _area.Nodes.Where(node => !double.IsNegativeInfinity(worth[node])))
            {
                more += Math.Max(0, worth[node] - before.Worth[node]);
            }

            sum = Math.Min(sum, more);
        }

        return sum;
    }

    /// <summary>An area with a root that is worth more than a least value, or what none exceeds: in shares with cuts, then in whole nodes.</summary>
    private (AreaColumn? Area, double Bound) With(int root, double least, CancellationToken stop)
    {
        var (area, shares, bound) = Shares(root, least, stop);
        while (area is null && shares is not null && bound > least && !stop.IsCancellationRequested)
        {
            Models++;
            var (whole, most) = _model.Whole(least + _area.Land.Limits.Opening, _nodes);
            bound = Math.Min(bound, Math.Max(least, most - _area.Land.Limits.Opening));
            if (whole is null)
            {
                break;
            }

            List<int> chosen = [.. _area.Nodes.Where(node => whole[node] > 0.5)];
            area = _area.Area(chosen);
            if (area is null && Connect(root, chosen) == 0)
            {
                _model.Forbid(chosen);
            }
        }

        return (area, bound);
    }

    /// <summary>Shares that no cut forbids, and what no area of the branch exceeds; an area where they are one; null where neither came of it.</summary>
    private (AreaColumn? Area, double[]? Shares, double Bound) Shares(int root, double least, CancellationToken stop)
    {
        var bound = double.PositiveInfinity;
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            Linear++;
            if (_model.Shares() is not var (shares, value))
            {
                return (null, null, double.NegativeInfinity);
            }

            var before = bound;
            bound = Math.Min(bound, value - _area.Land.Limits.Opening);
            if (bound <= least)
            {
                return (null, shares, bound);
            }

            if (shares.All(share => share is < 1e-6 or > 1 - 1e-6))
            {
                List<int> chosen = [.. _area.Nodes.Where(node => shares[node] > 0.5)];
                if (_area.Area(chosen) is { } area)
                {
                    return (area, shares, bound);
                }

                if (Connect(root, chosen) == 0)
                {
                    _model.Forbid(chosen);
                }
            }
            else if ((round > MostRounds && before - bound < 0.01 * bound) || Separate(root, shares) == 0)
            {
                return (null, shares, bound);
            }
        }

        return (null, null, bound);
    }

    private int Separate(int root, double[] shares)
    {
        var (added, parts) = (0, new List<HashSet<int>>());
        foreach (var node in _area.Nodes.Where(node => shares[node] > 0.05 && node != root).OrderByDescending(node => shares[node]).ThenBy(node => node))
        {
            if (added < MostCuts && !parts.Any(part => part.Contains(node)) && _cuts.Of(shares, root, node) is { } cut && _model.Add(cut))
            {
                parts.Add(cut.Part);
                added++;
            }
        }

        return added;
    }

    private int Connect(int root, List<int> chosen)
    {
        var added = 0;
        foreach (var part in _area.PartsOf(chosen).Where(part => !part.Contains(root)))
        {
            var around = part.SelectMany(node => _area.Joined[node]).Except(part).Distinct().ToArray();
            var far = NodeCut.Of(_area, root, around).Between;
            foreach (var node in part.OrderByDescending(node => _area.Land.Benefits.Span[node]).ThenBy(node => node).Take(3))
            {
                added += _model.Add(NodeCut.Of(_area, node, far)) ? 1 : 0;
            }
        }

        return added;
    }
}
