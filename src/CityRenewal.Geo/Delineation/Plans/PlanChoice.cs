namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses one plan for every unit so that their sum keeps the limits over the plan and is worth most: the best at the prices
/// first, mended where a hard row is broken, bettered by exchanges, and over few units and plans tried out to the end.
/// </summary>
internal sealed class PlanChoice
{
    // Exchanges looked at while a choice is bettered: a search that is told to end does not wait for more.
    private const int MostLooks = 2_000_000;

    private readonly GlobalLimits _limits;
    private readonly IReadOnlyList<IReadOnlyList<UnitPlan>> _units;
    private readonly int[] _chosen;
    private readonly long[] _taken;
    private readonly double[] _scale;

    private PlanChoice(GlobalLimits limits, IReadOnlyList<IReadOnlyList<UnitPlan>> units)
    {
        (_limits, _units) = (limits, units);
        _chosen = new int[units.Count];
        _taken = new long[limits.Count];
        _scale = [.. Enumerable.Range(0, limits.Count).Select(row => 1.0 / Math.Max(1, Math.Abs((double)limits.Limit(row))))];
    }

    /// <summary>Which plan of each unit is taken.</summary>
    public static int[] Of(GlobalLimits limits, IReadOnlyList<IReadOnlyList<UnitPlan>> units, double[] prices)
    {
        var choice = new PlanChoice(limits, units);
        choice.Start(prices);
        if (limits.Count > 0)
        {
            choice.Mend();
            choice.Better();
            new ExactChoice(limits, units, prices).Improve(choice._chosen);
        }

        return choice._chosen;
    }

    /// <summary>What a choice is worth, less the price of soft rows that it breaks, m²; null where it breaks a hard one.</summary>
    public static double? WorthOf(GlobalLimits limits, IReadOnlyList<IReadOnlyList<UnitPlan>> units, int[] chosen)
    {
        var choice = new PlanChoice(limits, units);
        for (var unit = 0; unit < chosen.Length; unit++)
        {
            choice.Take(unit, chosen[unit]);
        }

        return choice.Breach(choice._taken) > 0 ? null : units.Select((plans, unit) => plans[chosen[unit]].Value).Sum() - choice.Penalty(choice._taken);
    }

    private void Start(double[] prices)
    {
        for (var unit = 0; unit < _units.Count; unit++)
        {
            var plans = _units[unit];
            var best = PriceFit.Best(_limits, plans, prices);
            Take(unit, Enumerable.Range(0, plans.Count).First(plan => ReferenceEquals(plans[plan], best)));
        }
    }

    private void Take(int unit, int plan)
    {
        for (var row = 0; row < _taken.Length; row++)
        {
            _taken[row] += _units[unit][plan].Takes[row];
        }

        _chosen[unit] = plan;
    }

    private void Exchange(int unit, int plan)
    {
        for (var row = 0; row < _taken.Length; row++)
        {
            _taken[row] -= _units[unit][_chosen[unit]].Takes[row];
        }

        Take(unit, plan);
    }

    /// <summary>While a hard row is broken: the exchange that mends most per m² lost.</summary>
    private void Mend()
    {
        for (var breach = Breach(_taken); breach > 0; breach = Breach(_taken))
        {
            var (unit, plan) = BestExchange((loss, mended) => mended <= 0 ? null : loss <= 0 ? 1e30 - loss : mended / loss);
            if (unit < 0)
            {
                return;
            }

            Exchange(unit, plan);
        }
    }

    /// <summary>Exchanges that gain and break nothing more, the best first, until there is none.</summary>
    private void Better()
    {
        for (var step = 0; step < Math.Min(4 * _units.Count, MostLooks / Math.Max(1, _units.Sum(plans => plans.Count))); step++)
        {
            var (unit, plan) = BestExchange((loss, mended) => loss < -1e-9 && mended >= 0 ? -loss : null);
            if (unit < 0)
            {
                return;
            }

            Exchange(unit, plan);
        }
    }

    private (int Unit, int Plan) BestExchange(Func<double, double, double?> score)
    {
        var best = (Unit: -1, Plan: -1);
        var most = double.NegativeInfinity;
        var (breach, penalty) = (Breach(_taken), Penalty(_taken));
        var taken = new long[_taken.Length];
        for (var unit = 0; unit < _units.Count; unit++)
        {
            var now = _units[unit][_chosen[unit]];
            for (var plan = 0; plan < _units[unit].Count; plan++)
            {
                var other = _units[unit][plan];
                for (var row = 0; row < taken.Length; row++)
                {
                    taken[row] = _taken[row] - now.Takes[row] + other.Takes[row];
                }

                if (plan != _chosen[unit]
                    && score(now.Value - other.Value + Penalty(taken) - penalty, breach - Breach(taken)) is { } scored && scored > most)
                {
                    (best, most) = ((unit, plan), scored);
                }
            }
        }

        return best;
    }

    private double Breach(long[] taken)
    {
        double breach = 0;
        for (var row = 0; row < taken.Length; row++)
        {
            breach += _limits.IsHard(row) ? Math.Max(0, taken[row] - _limits.Limit(row)) * _scale[row] : 0;
        }

        return breach;
    }

    private double Penalty(long[] taken) => ExactChoice.Penalty(_limits, taken);
}
