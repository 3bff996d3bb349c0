namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The multiple-choice knapsack tried out by branch and bound: unit by unit, plans from the best at the prices down, left as
/// soon as what the rest can be worth at the prices cannot beat what is known. Ends after a fixed number of steps.
/// </summary>
internal sealed class ExactChoice(GlobalLimits limits, IReadOnlyList<IReadOnlyList<UnitPlan>> units, double[] prices)
{
    private const int MostSteps = 200_000;
    private const int MostUnits = 200;
    private const double Slack = 1e-9;

    private readonly double[] _rest = new double[units.Count + 1];
    private readonly int[][] _order = new int[units.Count][];
    private readonly int[] _trial = new int[units.Count];
    private readonly long[][] _taken = [.. Enumerable.Range(0, units.Count + 1).Select(_ => new long[limits.Count])];
    private int[] _best = [];
    private double _worth;
    private int _steps;

    /// <summary>Whether the last answer is proven to be the best.</summary>
    public bool IsProven => _steps < MostSteps;

    /// <summary>Betters a choice in place; a choice that breaks a hard row gives way to any that keeps all.</summary>
    public void Improve(int[] chosen)
    {
        if (units.Count > MostUnits)
        {
            _steps = MostSteps;
            return;
        }

        for (var unit = units.Count - 1; unit >= 0; unit--)
        {
            var plans = units[unit];
            _order[unit] = [.. Enumerable.Range(0, plans.Count).OrderByDescending(plan => plans[plan].Priced(limits, prices)).ThenBy(plan => plan)];
            _rest[unit] = _rest[unit + 1] + plans[_order[unit][0]].Priced(limits, prices);
        }

        _best = chosen;
        _worth = PlanChoice.WorthOf(limits, units, chosen) ?? double.NegativeInfinity;
        Descend(0, 0);
    }

    /// <summary>The price of the soft rows that sums break, m².</summary>
    public static double Penalty(GlobalLimits limits, long[] taken)
    {
        double penalty = 0;
        for (var row = 0; row < taken.Length; row++)
        {
            penalty += limits.IsHard(row) ? 0 : limits.SoftPrice(row) * Math.Max(0, taken[row] - limits.Limit(row)) * limits.Unit(row);
        }

        return penalty;
    }

    private void Descend(int unit, double value)
    {
        var taken = _taken[unit];
        if (unit == units.Count)
        {
            Finish(value, taken);
            return;
        }

        // What the prices charge for land taken so far comes back as far as the limits reach.
        var credit = 0.0;
        for (var row = 0; row < taken.Length; row++)
        {
            credit += prices[row] * (limits.Limit(row) - taken[row]) * limits.Unit(row);
        }

        foreach (var plan in _order[unit])
        {
            var tried = units[unit][plan];
            if (++_steps >= MostSteps || value + credit + tried.Priced(limits, prices) + _rest[unit + 1] <= _worth + Slack)
            {
                return;
            }

            _trial[unit] = plan;
            for (var row = 0; row < taken.Length; row++)
            {
                _taken[unit + 1][row] = taken[row] + tried.Takes[row];
            }

            Descend(unit + 1, value + tried.Value);
        }
    }

    private void Finish(double value, long[] taken)
    {
        for (var row = 0; row < taken.Length; row++)
        {
            if (limits.IsHard(row) && taken[row] > limits.Limit(row))
            {
                return;
            }
        }

        var worth = value - Penalty(limits, taken);
        if (worth > _worth + Slack)
        {
            _worth = worth;
            _trial.CopyTo(_best, 0);
        }
    }
}
