using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What a plan as a whole keeps to, as rows Σ taken ≤ limit over its areas: the sums of the request, and how many areas it has.
/// </summary>
/// <remarks>
/// A number of areas is no sum over land, but bounds one: an area has at most the largest and at least the smallest area of
/// land. So "at most M areas" charges its price on land ÷ largest area, "at least K" pays it on land ÷ smallest area, and what a
/// cut of the priced land can be worth still bounds every plan.
/// </remarks>
internal sealed class GlobalLimits
{
    private readonly LandNodes _nodes;
    private readonly PlanRows _rows;
    private readonly List<CountRow> _counts = [];

    public GlobalLimits(SearchProblem problem)
    {
        (_nodes, _rows) = (problem.Nodes, problem.PlanRows);
        var limits = problem.Limits;
        var grid = _nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        SmallestArea = limits.LeastTwiceArea * grid * grid / 2;
        if (limits.MostAreas < int.MaxValue)
        {
            _counts.Add(new CountRow("most_areas", 1, limits.MostAreas, limits.MostTwiceArea, limits.MostAreasPrice));
        }

        if (limits.FewestAreas > 0)
        {
            _counts.Add(new CountRow("fewest_areas", -1, -limits.FewestAreas, limits.LeastTwiceArea, limits.FewestAreasPrice));
        }
    }

    private GlobalLimits() => (_nodes, _rows) = (null!, PlanRows.None);

    /// <summary>No limit at all.</summary>
    public static GlobalLimits None { get; } = new();

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count + _counts.Count;

    /// <summary>Smallest area, m².</summary>
    public double SmallestArea { get; }

    /// <summary>The row of the fewest areas; -1 where none is asked for.</summary>
    public int FewestAreas => _counts.FindIndex(row => row.Sign < 0) is >= 0 and var at ? _rows.Count + at : -1;

    /// <summary>What a row limits, by the word of the request.</summary>
    public string Name(int row) => row < _rows.Count ? _rows.Names[row] : _counts[row - _rows.Count].Name;

    /// <summary>What a plan may take of a row, whole steps of <see cref="Unit"/>.</summary>
    public long Limit(int row) => row < _rows.Count ? _rows.Limit(row) : _counts[row - _rows.Count].Limit;

    /// <summary>What a step of a row is in the row's own unit.</summary>
    public double Unit(int row) => row < _rows.Count ? RuleRow.Unit : 1;

    /// <summary>What a unit too much costs, m²; infinite where the row is kept whatever it costs.</summary>
    public double SoftPrice(int row) => row < _rows.Count ? _rows.SoftPrice(row) : _counts[row - _rows.Count].SoftPrice;

    /// <summary>Whether a row is kept whatever it costs.</summary>
    public bool IsHard(int row) => double.IsPositiveInfinity(SoftPrice(row));

    /// <summary>What areas take of every row.</summary>
    public long[] Takes(IReadOnlyList<int[]> areas)
    {
        var takes = new long[Count];
        for (var row = 0; row < _rows.Count; row++)
        {
            foreach (var area in areas)
            {
                foreach (var node in area)
                {
                    takes[row] += _rows.Slack(row, node);
                }
            }
        }

        for (var count = 0; count < _counts.Count; count++)
        {
            takes[_rows.Count + count] = _counts[count].Sign * areas.Count;
        }

        return takes;
    }

    /// <summary>Benefits less what the nodes take of the rows at their prices, rounded up so that a bound stays one.</summary>
    public long[] Priced(long[] benefits, double[] prices)
    {
        var priced = (long[])benefits.Clone();
        for (var row = 0; row < Count; row++)
        {
            if (prices[row] > 0 && IsPriced(row))
            {
                for (var node = 0; node < priced.Length; node++)
                {
                    priced[node] -= (long)Math.Floor(prices[row] * TakeOf(row, node) / SearchLimits.BenefitUnit);
                }
            }
        }

        return priced;
    }

    /// <summary>What the limits themselves add to the bound of the priced land, m²: Σ price × limit.</summary>
    public double Constant(double[] prices)
    {
        double sum = 0;
        for (var row = 0; row < Count; row++)
        {
            sum += IsPriced(row) ? prices[row] * Limit(row) * Unit(row) : 0;
        }

        return sum;
    }

    /// <summary>Whether land can be priced for a row: an area without a smallest size says nothing of how many there are.</summary>
    public bool IsPriced(int row) => row < _rows.Count || _counts[row - _rows.Count].TwiceArea > 0;

    private double TakeOf(int row, int node)
    {
        if (row < _rows.Count)
        {
            return _rows.Slack(row, node) * RuleRow.Unit;
        }

        var count = _counts[row - _rows.Count];
        return _nodes.IsStreet(node) ? 0 : count.Sign * ((double)_nodes.TwiceArea[node] / count.TwiceArea);
    }

    private sealed record CountRow(string Name, int Sign, long Limit, long TwiceArea, double SoftPrice);
}
