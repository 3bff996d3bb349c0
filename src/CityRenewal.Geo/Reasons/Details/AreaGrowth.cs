using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// Grows an area around a free node: always the neighbour that gains most, until the area is as large as it may be. The
/// best state within the limits of an area on the way is what an area there would be worth; what the plan as a whole keeps to
/// is told of the parcel itself.
/// </summary>
internal sealed class AreaGrowth
{
    private readonly UnitFlips _unit;
    private readonly FlipJudge _judge;
    private readonly AreaSums _sums;
    private readonly int _area;
    private readonly SortedSet<int> _reach = [];
    private readonly List<int> _members = [];

    /// <summary>Prepares to grow; the unit is used up by it.</summary>
    public AreaGrowth(UnitFlips unit, IReadOnlyList<AreaSums> sums)
    {
        _unit = unit;
        _area = sums.Count;
        _sums = new AreaSums(unit.Land.Rows.Count);
        _judge = new FlipJudge(unit, [.. sums, _sums]);
    }

    /// <summary>The members of the best area found, ascending, and its value in m²; null where none keeps the limits.</summary>
    public (IReadOnlyList<int> Nodes, double Value)? Around(int node)
    {
        double value = _judge.Alone(node).Gain;
        Take(node);
        (int Count, double Value)? best = null;
        while (true)
        {
            if (KeepsLimits() && (best is null || value > best.Value.Value))
            {
                best = (_members.Count, value);
            }

            if (Next() is not { } next)
            {
                return best is { } found ? ([.. _members.Take(found.Count).Order()], found.Value) : null;
            }

            value += next.Gain;
            Take(next.Node);
        }
    }

    private void Take(int node)
    {
        _sums.Add(_unit.Join(node, _area), members: 1);
        for (var row = 0; row < _sums.Rows.Length; row++)
        {
            _sums.Rows[row] += _unit.Land.Rows.Slack(row, _unit.Land.CityNode(node));
        }

        _members.Add(node);
        _reach.Remove(node);
        foreach (var link in _unit.Land.LinksOf(node))
        {
            if (link.Joins && _unit.AreaOf(link.Other) == UnitFlips.None)
            {
                _reach.Add(link.Other);
            }
        }
    }

    private (int Node, double Gain)? Next()
    {
        const FlipBreaks Final = FlipBreaks.Barrier | FlipBreaks.Contiguity | FlipBreaks.LargestArea;
        (int Node, double Gain)? best = null;
        foreach (var node in _reach)
        {
            var flip = _judge.Joining(node, _area);
            if ((flip.Breaks & Final) == 0 && (best is null || flip.Gain > best.Value.Gain))
            {
                best = (node, flip.Gain);
            }
        }

        return best;
    }

    private bool KeepsLimits()
    {
        var limits = _unit.Land.Limits;
        if (_sums.Land.TwiceArea < limits.LeastTwiceArea || _sums.Land.TwiceArea > limits.MostTwiceArea
            || (double.IsPositiveInfinity(limits.PolsbyPopperPrice) && FlipJudge.PolsbyPopper(_sums.Land) < limits.LeastPolsbyPopper))
        {
            return false;
        }

        for (var row = 0; row < _sums.Rows.Length; row++)
        {
            if (double.IsPositiveInfinity(_unit.Land.Rows.SoftPrice(row)) && _sums.Rows[row] > _unit.Land.Rows.Limit(row))
            {
                return false;
            }
        }

        return true;
    }
}
