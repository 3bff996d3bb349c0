using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using Google.OrTools.LinearSolver;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>
/// The relaxation of a unit as a linear program for another solver: shares of nodes, what borders between unequal shares
/// cost, a number of areas that is no whole number, and what soft rows are exceeded by.
/// </summary>
internal sealed class UnitProgram : IDisposable
{
    private readonly Solver _solver = Solver.CreateSolver("HIGHS_LINEAR_PROGRAMMING")
        ?? throw new InvalidOperationException("HiGHS is not in this build of OR-Tools");
    private readonly UnitLand _land;
    private readonly Objective _objective;
    private readonly Variable[] _shares;
    private readonly Variable _areas;
    private bool _mustHaveAreas;

    public UnitProgram(UnitLand land)
    {
        _land = land;
        _objective = _solver.Objective();
        _objective.SetMaximization();
        _shares = _solver.MakeNumVarArray(land.Count, 0, 1);
        var whole = Enumerable.Range(0, land.ParcelCount).Sum(node => (double)land.TwiceArea(node));
        var least = Math.Max(land.Limits.LeastTwiceArea, Enumerable.Range(0, land.ParcelCount).Min(land.TwiceArea));
        _areas = _solver.MakeNumVar(1, Math.Max(1, Math.Min(Math.Floor(whole / least), land.ParcelCount)), "areas");
        _objective.SetCoefficient(_areas, -land.Limits.Opening);
        for (var node = 0; node < land.Count; node++)
        {
            AddNode(node);
        }

        Hold(land.TwiceArea, -least, isMost: false, double.PositiveInfinity, 2e8);
        Hold(land.TwiceArea, Math.Min(land.Limits.MostTwiceArea, whole), isMost: true, double.PositiveInfinity, 2e8);
        for (var row = 0; row < land.Rows.Count; row++)
        {
            var each = row;
            Hold(node => land.Rows.Slack(each, land.CityNode(node)), land.Rows.Limit(row), isMost: true, land.Rows.SoftPrice(row), 1 / RuleRow.Unit);
        }
    }

    /// <summary>The best value, m²; 0 where a unit without areas is better or none fits.</summary>
    public double Bound()
    {
        var status = _solver.Solve();
        return status == Solver.ResultStatus.OPTIMAL ? Math.Max(_mustHaveAreas ? double.NegativeInfinity : 0, _objective.Value())
            : status == Solver.ResultStatus.INFEASIBLE ? 0 : throw new InvalidOperationException($"HiGHS says {status}");
    }

    public void Dispose() => _solver.Dispose();

    private void AddNode(int node)
    {
        if (node < _land.ParcelCount && _land.IsLockedIn(node))
        {
            _shares[node].SetLb(1);
            _mustHaveAreas = true;
        }

        double free = _land.Perimeter(node);
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            var border = _land.Nodes.Borders[entry];
            var other = _land.Neighbour(entry);
            free -= border;
            if (other < node)
            {
                AddBorder(node, other, border * _land.Limits.Price);
            }
        }

        _objective.SetCoefficient(_shares[node], (_land.Benefits.Span[node] * SearchLimits.BenefitUnit) - (_land.Limits.Price * free));
    }

    /// <summary>A street has no more of a share than any parcel beside it.</summary>
    private void AddBorder(int node, int other, double cost)
    {
        var apart = _solver.MakeNumVar(0, 1, "");
        _objective.SetCoefficient(apart, -cost);
        _solver.Add(apart >= _shares[other] - _shares[node]);
        if (node >= _land.ParcelCount && other < _land.ParcelCount)
        {
            _solver.Add(_shares[node] <= _shares[other]);
        }
        else
        {
            _solver.Add(apart >= _shares[node] - _shares[other]);
        }
    }

    private void Hold(Func<int, long> taken, double limit, bool isMost, double softPrice, double unit)
    {
        var row = _solver.MakeConstraint(double.NegativeInfinity, 0);
        for (var node = 0; node < _land.ParcelCount; node++)
        {
            row.SetCoefficient(_shares[node], (isMost ? 1 : -1) * (taken(node) / unit));
        }

        row.SetCoefficient(_areas, -limit / unit);
        if (double.IsFinite(softPrice))
        {
            var excess = _solver.MakeNumVar(0, double.PositiveInfinity, "");
            row.SetCoefficient(excess, -1);
            _objective.SetCoefficient(excess, -softPrice);
        }
    }
}
