namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// Looks for areas that are worth something at prices, node in, node out, the last changes forbidden for a while. What it misses,
/// the model finds; it only saves models.
/// </summary>
internal sealed class AreaClimb
{
    private const int Tenure = 9;

    private readonly AreaLand _area;
    private readonly double[] _worth;
    private readonly bool[] _isIn;
    private readonly int[] _lacking;
    private readonly int[] _until;
    private readonly double[] _weights;
    private readonly long[] _rows;
    private readonly List<int> _nodes = [];
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly bool[] _cuts;
    private readonly int[] _seen;
    private readonly double _squareMetres;
    private long _land;
    private double _value;
    private int _visits;

    /// <summary>A climb at prices.</summary>
    /// <param name="area">The unit.</param>
    /// <param name="worth">What each node is worth with its whole outline, less its prices, m².</param>
    public AreaClimb(AreaLand area, double[] worth)
    {
        (_area, _worth) = (area, worth);
        var count = area.Land.ParcelCount;
        (_isIn, _until, _order, _low, _cuts) = (new bool[count], new int[count], new int[count], new int[count], new bool[count]);
        _seen = new int[count];
        var metres = area.Land.Nodes.MetresPerUnit * Delineation.LandNodes.UnitsPerGridUnit;
        _squareMetres = metres * metres / 2;
        _lacking = [.. area.Terms.Sets.Select(set => set.Nodes.Length)];
        _rows = new long[area.Land.Rows.Count];
        _weights = [.. Enumerable.Repeat(0.3, 2 + _rows.Length)];
    }

    /// <summary>Areas worth more than a least value on the way from some nodes, the best last.</summary>
    public List<int[]> From(IEnumerable<int> start, int steps, double least)
    {
        _nodes.ToList().ForEach(node => Move(node, isIn: false));
        Array.Fill(_until, 0);
        Array.Fill(_seen, 0);
        start.ToList().ForEach(node => Move(node, isIn: true));
        var found = new List<int[]>();
        var best = least;
        for (var step = 1; step <= steps; step++)
        {
            FindCuts();
            var chosen = Leading(step);
            if (chosen < 0)
            {
                continue;
            }

            Move(chosen, !_isIn[chosen]);
            _until[chosen] = step + Tenure;
            if (Weigh() && _value - _area.Land.Limits.Opening > best)
            {
                best = Math.Max(least, 0.5 * (_value - _area.Land.Limits.Opening));
                found.Add([.. _nodes.Order()]);
            }
        }

        return found;
    }

    /// <summary>The change that leaves most, of those not forbidden; -1 where there is none.</summary>
    private int Leading(int step)
    {
        var (chosen, most) = (-1, double.NegativeInfinity);
        foreach (var node in _nodes)
        {
            if (_nodes.Count > 1 && !_cuts[node])
            {
                Try(node, step, ref chosen, ref most);
            }

            foreach (var other in _area.Joined[node])
            {
                if (!_isIn[other] && _seen[other] != step && !double.IsNegativeInfinity(_worth[other]))
                {
                    _seen[other] = step;
                    if (!Array.Exists(_area.Barred[other], barred => _isIn[barred]))
                    {
                        Try(other, step, ref chosen, ref most);
                    }
                }
            }
        }

        return chosen;
    }

    private void Try(int node, int step, ref int chosen, ref double most)
    {
        if (_until[node] < step && Score(node) is var score && score > most)
        {
            (chosen, most) = (node, score);
        }
    }

    /// <summary>Breaks weigh more the longer they last; whether nothing is broken.</summary>
    private bool Weigh()
    {
        var keeps = true;
        for (var limit = 0; limit < _weights.Length; limit++)
        {
            var isBroken = Broken(limit, _land, limit < 2 ? 0 : _rows[limit - 2]) > 0;
            keeps &= !isBroken;
            _weights[limit] = Math.Clamp(_weights[limit] * (isBroken ? 1.15 : 0.93), 0.02, 50);
        }

        return keeps;
    }

    private double Broken(int limit, long land, long taken) => limit switch
    {
        0 => Math.Max(0, _area.Least - land) * _squareMetres,
        1 => Math.Max(0, land - _area.Most) * _squareMetres,
        _ => Math.Max(0, taken - _area.Land.Rows.Limit(limit - 2)) * Compliance.RuleRow.Unit,
    };

    private double Score(int node)
    {
        var sign = _isIn[node] ? -1 : 1;
        var (score, land) = (_value + Change(node), _land + (sign * _area.Land.TwiceArea(node)));
        for (var limit = 0; limit < _weights.Length; limit++)
        {
            score -= _weights[limit] * Broken(
                limit, land, limit < 2 ? 0 : _rows[limit - 2] + (sign * _area.Land.Rows.Slack(limit - 2, _area.Land.CityNode(node))));
        }

        return score;
    }

    private double Change(int node)
    {
        var lacking = _isIn[node] ? 0 : 1;
        long length = 0;
        foreach (var set in _area.Terms.Of[node])
        {
            length += _lacking[set] == lacking ? _area.Terms.Lengths[set] : 0;
        }

        return (_isIn[node] ? -1 : 1) * (_worth[node] - (_area.Land.Limits.Price * length));
    }

    private void Move(int node, bool isIn)
    {
        _value += Change(node);
        var sign = isIn ? 1 : -1;
        _isIn[node] = isIn;
        _land += sign * _area.Land.TwiceArea(node);
        for (var row = 0; row < _rows.Length; row++)
        {
            _rows[row] += sign * _area.Land.Rows.Slack(row, _area.Land.CityNode(node));
        }

        foreach (var set in _area.Terms.Of[node])
        {
            _lacking[set] -= sign;
        }

        if (isIn)
        {
            _nodes.Add(node);
        }
        else
        {
            _nodes.Remove(node);
        }
    }

    /// <summary>Marks the nodes without which the others fall apart.</summary>
    private void FindCuts()
    {
        foreach (var node in _nodes)
        {
            (_order[node], _cuts[node]) = (0, false);
        }

        _visits = 0;
        Visit(_nodes[0], -1);
    }

    private void Visit(int node, int from)
    {
        _order[node] = _low[node] = ++_visits;
        var children = 0;
        foreach (var other in _area.Joined[node])
        {
            if (!_isIn[other] || other == from)
            {
                continue;
            }

            if (_order[other] > 0)
            {
                _low[node] = Math.Min(_low[node], _order[other]);
                continue;
            }

            children++;
            Visit(other, node);
            _low[node] = Math.Min(_low[node], _low[other]);
            _cuts[node] |= from >= 0 && _low[other] >= _order[node];
        }

        _cuts[node] |= from < 0 && children > 1;
    }
}
