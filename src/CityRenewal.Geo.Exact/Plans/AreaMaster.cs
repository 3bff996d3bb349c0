using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact.Solver;

namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// The best choice among areas that are known: each node in one at most, locked ones in one, sums over the plan kept. As shares of
/// areas it prices the nodes; in whole areas it is a plan.
/// </summary>
internal sealed class AreaMaster : IDisposable
{
    // Worth more than anything that could be won: a locked node is left out only where nothing holds it.
    private const double Missing = 1e7;
    private const int MostBranching = 2_000;

    private readonly MipModel _model = new(gap: 1e-3);
    private readonly IReadOnlyList<AreaLand> _areas;
    private readonly PlanRows _plan;
    private readonly Dictionary<(int Unit, int Node), int> _rowOf = [];
    private readonly List<(AreaColumn Area, int Column)> _columns = [];
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<(int Unit, int Node), int> _missing = [];

    public AreaMaster(IReadOnlyList<AreaLand> areas, PlanRows plan)
    {
        (_areas, _plan) = (areas, plan);

        // A model without any variable has no status.
        _model.Add(0, 0, 0, isInteger: false);
        foreach (var area in areas)
        {
            foreach (var node in area.Nodes)
            {
                _rowOf[(area.Place, node)] = _model.Rows;
                _model.Row(double.NegativeInfinity, 1, [], []);
            }
        }

        PlanRow = _model.Rows;
        for (var row = 0; row < plan.Count; row++)
        {
            _model.Row(double.NegativeInfinity, 1, [], []);
        }
    }

    /// <summary>Areas known.</summary>
    public IEnumerable<AreaColumn> Areas => _columns.Select(column => column.Area);

    private int PlanRow { get; }

    /// <summary>Takes an area in; says whether it is new.</summary>
    public bool Add(AreaColumn area)
    {
        if (!_known.Add(area.Key))
        {
            return false;
        }

        // The rows of its nodes keep its share below 1: a limit of its own would hide what it is worth.
        var rows = area.Nodes.Select(node => _rowOf[(area.Unit, node)]).Order().ToList();
        var values = rows.Select(_ => 1d).ToList();
        for (var row = 0; row < _plan.Count; row++)
        {
            rows.Add(PlanRow + row);
            values.Add(area.Takes[row] / (double)_plan.Limit(row));
        }

        _columns.Add((area, _model.Add(area.Value, 0, double.PositiveInfinity, rows.ToArray(), values.ToArray())));
        return true;
    }

    /// <summary>Only plans of a branch from now on.</summary>
    public void Ask(Branch branch)
    {
        foreach (var (area, column) in _columns)
        {
            _model.Limit(column, 0, branch.Allows(area) ? double.PositiveInfinity : 0);
        }

        var wanted = branch.In().Concat(_areas.SelectMany(area => area.Nodes.Where(area.Land.IsLockedIn).Select(node => (Unit: area.Place, Node: node)))).ToHashSet();
        foreach (var node in wanted.Where(node => !_missing.ContainsKey(node)))
        {
            _missing[node] = _model.Add(-Missing, 0, double.PositiveInfinity, [_rowOf[node]], [1]);
        }

        foreach (var (node, column) in _missing)
        {
            _model.Limit(column, 0, wanted.Contains(node) ? double.PositiveInfinity : 0);
            _model.LimitRow(_rowOf[node], wanted.Contains(node) ? 1 : double.NegativeInfinity, 1);
        }
    }

    /// <summary>Shares of areas, and what they price.</summary>
    public MasterAnswer Shares()
    {
        var (values, duals, _) = _model.SolveLinear() ?? throw new InvalidOperationException("HiGHS could not choose among areas.");
        var prices = _areas.Select(area =>
        {
            var price = new double[area.Land.ParcelCount];
            foreach (var node in area.Nodes)
            {
                var isForced = _missing.ContainsKey((area.Place, node));
                price[node] = isForced ? duals[_rowOf[(area.Place, node)]] : Math.Max(0, duals[_rowOf[(area.Place, node)]]);
            }

            return price;
        }).ToArray();
        return new MasterAnswer(
            prices, [.. Enumerable.Range(0, _plan.Count).Select(row => Math.Max(0, duals[PlanRow + row]) / _plan.Limit(row))],
            [.. _columns.Where(column => values[column.Column] > 1e-6).Select(column => (column.Area, values[column.Column]))],
            _missing.Values.Sum(column => values[column]));
    }

    /// <summary>The best plan of whole areas that are known; null where none has all that is locked in.</summary>
    public IReadOnlyList<AreaColumn>? Whole()
    {
        _columns.ForEach(column => _model.TakeWhole(column.Column, isInteger: true));
        var answer = _model.Solve([], MostBranching);
        _columns.ForEach(column => _model.TakeWhole(column.Column, isInteger: false));
        return answer.Values is { } values && _missing.Values.All(column => values[column] < 1e-6)
            ? [.. _columns.Where(column => values[column.Column] > 0.5).Select(column => column.Area)]
            : null;
    }

    public void Dispose() => _model.Dispose();
}
