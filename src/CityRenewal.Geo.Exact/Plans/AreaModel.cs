using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Exact.Solver;

namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// One area of a unit that holds a root, as a mixed-integer model: worth of nodes, outline, sizes, rows, barriers. Contiguity comes
/// as cuts, which hold for every root outside their part and stay.
/// </summary>
internal sealed class AreaModel : IDisposable
{
    private readonly AreaLand _area;
    private readonly MipModel _model;
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly List<(NodeCut Cut, int Row)> _cuts = [];
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<(int One, int Other, bool Together), int> _pairs = [];
    private readonly List<(int Column, double Worth)> _sets = [];
    private readonly int _worthRow;
    private int _root = -1;

    /// <summary>The model of a unit.</summary>
    /// <param name="area">The unit.</param>
    /// <param name="gap">How far below the best an answer may be, m².</param>
    public AreaModel(AreaLand area, double gap)
    {
        (_area, _model) = (area, new MipModel(gap));
        _model.TakeFirst();
        foreach (var node in area.Nodes)
        {
            _columnOf[node] = _model.Add(0, 0, 1, isInteger: false);
        }

        AddSets();
        AddLimits();
        _worthRow = _model.Rows;
        Row(double.NegativeInfinity, double.PositiveInfinity, [.. _sets]);
    }

    /// <summary>Cuts of contiguity.</summary>
    public int Cuts => _cuts.Count;

    /// <summary>What each node is worth from now on with its whole outline, m².</summary>
    public void Price(double[] worth)
    {
        foreach (var node in _area.Nodes)
        {
            var price = double.IsNegativeInfinity(worth[node]) ? 0 : worth[node];
            _model.Price(_columnOf[node], price);
            _model.Count(_worthRow, _columnOf[node], price);
        }
    }

    /// <summary>Only areas that hold a root from now on, and of the other nodes some.</summary>
    public void Root(int root, Func<int, bool> mayBeIn)
    {
        foreach (var node in _area.Nodes)
        {
            _model.Limit(_columnOf[node], node == root ? 1 : 0, node == root || mayBeIn(node) ? 1 : 0);
        }

        foreach (var (cut, row) in _cuts.Where(cut => cut.Cut.Part.Contains(root) || (_root >= 0 && cut.Cut.Part.Contains(_root))))
        {
            _model.LimitRow(row, double.NegativeInfinity, cut.Part.Contains(root) ? double.PositiveInfinity : 0);
        }

        _root = root;
    }

    /// <summary>Pairs of nodes that are in together or never are, in the place of those asked for before.</summary>
    public void Ask(IEnumerable<(int One, int Other, bool Together)> pairs)
    {
        foreach (var row in _pairs.Values)
        {
            _model.LimitRow(row, double.NegativeInfinity, double.PositiveInfinity);
        }

        foreach (var pair in pairs)
        {
            if (!_pairs.ContainsKey(pair))
            {
                _pairs[pair] = _model.Rows;
                Row(double.NegativeInfinity, double.PositiveInfinity, [(_columnOf[pair.One], 1), (_columnOf[pair.Other], pair.Together ? -1 : 1)]);
            }

            _model.LimitRow(_pairs[pair], pair.Together ? 0 : double.NegativeInfinity, pair.Together ? 0 : 1);
        }
    }

    /// <summary>Adds a cut; says whether it is new.</summary>
    public bool Add(NodeCut cut)
    {
        if (!_known.Add(cut.Key))
        {
            return false;
        }

        _cuts.Add((cut, _model.Rows));
        Row(double.NegativeInfinity, cut.Part.Contains(_root) ? double.PositiveInfinity : 0, [(_columnOf[cut.Node], 1), .. cut.Between.Select(node => (_columnOf[node], -1d))]);
        return true;
    }

    /// <summary>Forbids one choice: it keeps every row only within the solver's tolerance.</summary>
    public void Forbid(IReadOnlyCollection<int> chosen)
    {
        var isIn = chosen.ToHashSet();
        Row(double.NegativeInfinity, chosen.Count - 1, [.. _area.Nodes.Select(node => (_columnOf[node], isIn.Contains(node) ? 1d : -1d))]);
    }

    /// <summary>The best in shares and what it is worth; null where nothing keeps all rows.</summary>
    public (double[] Shares, double Value)? Shares() =>
        _model.SolveLinear() is var (values, _, value) ? (SharesOf(values), value) : null;

    /// <summary>Something in whole nodes that is worth more than a least value; a bound of −∞ where there is none.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="nodes">Most branching nodes.</param>
    public (double[]? Chosen, double Bound) Whole(double least, int nodes)
    {
        TakeWhole(true);
        _model.LimitRow(_worthRow, least, double.PositiveInfinity);
        var answer = _model.Solve([], nodes);
        _model.LimitRow(_worthRow, double.NegativeInfinity, double.PositiveInfinity);
        TakeWhole(false);
        return (answer.Values is { } values ? SharesOf(values) : null, answer.Bound);
    }

    public void Dispose() => _model.Dispose();

    private void TakeWhole(bool isWhole)
    {
        foreach (var column in _columnOf.Values)
        {
            _model.TakeWhole(column, isWhole);
        }
    }

    private double[] SharesOf(double[] values)
    {
        var shares = new double[_area.Land.ParcelCount];
        foreach (var (node, column) in _columnOf)
        {
            shares[node] = values[column];
        }

        return shares;
    }

    private void AddSets()
    {
        foreach (var (nodes, length) in _area.Terms.Sets.Where(set => set.Nodes.All(_columnOf.ContainsKey)))
        {
            var column = _model.Add(-_area.Land.Limits.Price * length, 0, 1, isInteger: false);
            _sets.Add((column, -_area.Land.Limits.Price * length));
            if (length < 0)
            {
                foreach (var node in nodes)
                {
                    Row(double.NegativeInfinity, 0, [(column, 1), (_columnOf[node], -1)]);
                }
            }
            else
            {
                Row(double.NegativeInfinity, nodes.Length - 1, [.. nodes.Select(node => (_columnOf[node], 1d)), (column, -1)]);
            }
        }
    }

    private void AddLimits()
    {
        // Land in parts of the smallest area, rows in hundreds of their own unit: numbers near 1.
        var (land, least) = (_area.Land, (double)_area.Least);
        Row(1, _area.Most < long.MaxValue / 8 ? _area.Most / least : double.PositiveInfinity, [.. _area.Nodes.Select(node => (_columnOf[node], land.TwiceArea(node) / least))]);
        for (var row = 0; row < land.Rows.Count; row++)
        {
            Row(
                double.NegativeInfinity, land.Rows.Limit(row) * RuleRow.Unit / 100,
                [.. _area.Nodes.Select(node => (_columnOf[node], land.Rows.Slack(row, land.CityNode(node)) * RuleRow.Unit / 100))]);
        }

        foreach (var node in _area.Nodes)
        {
            foreach (var other in _area.Barred[node].Where(other => other < node && _columnOf.ContainsKey(other)))
            {
                Row(double.NegativeInfinity, 1, [(_columnOf[node], 1), (_columnOf[other], 1)]);
            }
        }
    }

    private void Row(double lower, double upper, IReadOnlyList<(int Column, double Value)> terms)
    {
        var kept = terms.Where(term => term.Value != 0).OrderBy(term => term.Column).ToList();
        _model.Row(lower, upper, kept.Select(term => term.Column).ToArray(), kept.Select(term => term.Value).ToArray());
    }
}
