namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds prices of the plan's rows from what is known of every unit: those at which the best of each unit, priced, plus price
/// × limit is least. That function is convex, so one row is found by halving, several row by row until nothing moves.
/// </summary>
internal sealed class PriceFit(GlobalLimits limits, IReadOnlyList<IReadOnlyList<UnitPlan>> units)
{
    private const int Halvings = 48;
    private const int Sweeps = 6;
    private const int SweepsOverMany = 3;
    private const int Many = 5_000;

    /// <summary>The prices, none below 0 and none above a soft price.</summary>
    public double[] Find()
    {
        var prices = new double[limits.Count];
        var sweeps = units.Sum(plans => plans.Count) > Many ? SweepsOverMany : Sweeps;
        for (var sweep = 0; sweep < (limits.Count == 1 ? 1 : sweeps); sweep++)
        {
            var before = (double[])prices.Clone();
            for (var row = 0; row < prices.Length; row++)
            {
                prices[row] = BestPrice(row, prices);
            }

            if (before.AsSpan().SequenceEqual(prices))
            {
                break;
            }
        }

        return prices;
    }

    /// <summary>The unit's plan that is worth most at prices; of equals the first.</summary>
    public static UnitPlan Best(GlobalLimits limits, IReadOnlyList<UnitPlan> plans, double[] prices)
    {
        var best = plans[0];
        var value = best.Priced(limits, prices);
        for (var i = 1; i < plans.Count; i++)
        {
            var priced = plans[i].Priced(limits, prices);
            if (priced > value)
            {
                (best, value) = (plans[i], priced);
            }
        }

        return best;
    }

    private double BestPrice(int row, double[] prices)
    {
        var trial = (double[])prices.Clone();
        double Excess(double price)
        {
            trial[row] = price;
            double taken = 0;
            foreach (var unit in units)
            {
                taken += Best(limits, unit, trial).Takes[row];
            }

            return taken - limits.Limit(row);
        }

        if (Excess(0) <= 0)
        {
            return 0;
        }

        var high = Math.Min(limits.SoftPrice(row), HighestPrice(row));
        if (Excess(high) > 0)
        {
            return high;
        }

        double low = 0;
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }

    // At this price the smallest step of a row costs more than any unit can be worth... unless rows pull against each other.
    private double HighestPrice(int row)
    {
        double most = 1, least = double.PositiveInfinity;
        foreach (var plan in units.SelectMany(unit => unit))
        {
            most = Math.Max(most, Math.Abs(plan.Value));
            var take = Math.Abs(plan.Takes[row]) * limits.Unit(row);
            least = take > 0 ? Math.Min(least, take) : least;
        }

        return double.IsInfinity(least) ? 0 : 4 * most / least;
    }
}
