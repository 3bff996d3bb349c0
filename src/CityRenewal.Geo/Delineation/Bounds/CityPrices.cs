namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the prices of what limits the whole plan: one for each sum over all areas and one for their number, the same in
/// every unit. Where nothing binds that every unit would do alone, there is no price and nothing to do. Each round bounds all
/// units at the prices so far, and a bundle of their tangents tells the next.
/// </summary>
internal sealed class CityPrices(LandNodes nodes, long[] benefits, SearchLimits limits, NodeRows rows)
{
    private const int MostRounds = 10;
    private const double Tolerance = 5e-4;

    private static readonly double Parts = Math.Pow(2, PriceScale.Bits);

    /// <summary>What the whole plan keeps to.</summary>
    public PlanRows PlanRows { get; init; } = PlanRows.None;

    /// <summary>What floor area is worth.</summary>
    public FloorWorths Floors { get; init; } = FloorWorths.None;

    private bool LimitsNumber => limits.MostAreas < int.MaxValue || limits.FewestAreas > 0;

    /// <summary>The prices with the least bound that was found; the same for any number of threads.</summary>
    public PlanPrices Best(int threads, CancellationToken cancel)
    {
        var none = new PlanPrices(PlanRows, new long[PlanRows.Count], 0);
        if (nodes.ProblemCount == 0 || (PlanRows.Count == 0 && !LimitsNumber))
        {
            return none;
        }

        var units = Enumerable.Range(0, nodes.ProblemCount)
            .Select(problem => new UnitLand(nodes, benefits, limits, problem, rows) { Floors = Floors }).ToArray();
        var rounds = new PlanRounds(units, threads);
        var scales = Scales();
        var model = new PriceModel(LowOf(scales), HighOf(scales));
        var centre = new double[scales.Length];
        var (value, best) = (double.PositiveInfinity, none);
        var (point, reach) = (centre, 1.0);
        for (var round = 0; round < MostRounds; round++)
        {
            var prices = At(point, scales);
            var usage = rounds.Bound(prices, cancel);
            var bound = usage.Millionths + ((double)prices.Allowance(limits) / Parts);
            var slopes = Slopes(usage, scales, prices.PerArea);
            model.Add(0, bound - Dot(slopes, point), slopes);
            if (round == 0)
            {
                model.Add(1, 0, new double[scales.Length]);
                reach = Math.Max(1e6, bound) / Math.Max(1, slopes.Sum(slope => slope * slope));
            }

            (centre, value, best) = bound < value ? (point, bound, prices) : (centre, value, best);
            if (Next(model, centre, value, ref reach) is not { } next)
            {
                break;
            }

            point = PointOf(At(next, scales), scales);
        }

        return best;
    }

    private static double[]? Next(PriceModel model, double[] centre, double value, ref double reach)
    {
        for (var farther = 0; farther < 8; farther++)
        {
            var point = model.Step(centre, reach);
            if (value - model.At(point) > Tolerance * Math.Max(1e6, Math.Abs(value)))
            {
                return point;
            }

            reach *= 10;
        }

        return null;
    }

    private double[] Slopes(PlanUsage usage, double[] scales, Int128 perArea)
    {
        var slopes = new double[scales.Length];
        for (var row = 0; row < PlanRows.Count; row++)
        {
            slopes[row] = (PlanRows.Limit(row) - usage.Taken[row]) * scales[row] / Parts;
        }

        if (LimitsNumber)
        {
            // Without a price either side may be the one that binds.
            var wanted = perArea > 0 || (perArea == 0 && usage.Areas > limits.FewestAreas) ? limits.MostAreas : limits.FewestAreas;
            slopes[^1] = (wanted - usage.Areas) * scales[^1] / Parts;
        }

        return slopes;
    }

    /// <summary>Parts per step of each price: a step moves about a tenth of a m² per m² of land, or 1,000 m² per area.</summary>
    private double[] Scales()
    {
        var scales = new double[PlanRows.Count + (LimitsNumber ? 1 : 0)];
        double land = nodes.TwiceArea.Sum(area => (double)area) * 1e5 * LandNodes.UnitsPerGridUnit * LandNodes.UnitsPerGridUnit
            * nodes.MetresPerUnit * nodes.MetresPerUnit / 2;
        for (var row = 0; row < PlanRows.Count; row++)
        {
            double taken = 1;
            for (var node = 0; node < nodes.Count; node++)
            {
                taken += Math.Abs((double)PlanRows.Slack(row, node));
            }

            scales[row] = Math.Clamp(land / taken * Parts, 1, PriceScale.Dearest);
        }

        if (LimitsNumber)
        {
            scales[^1] = 1e9 * Parts;
        }

        return scales;
    }

    private double[] LowOf(double[] scales) =>
        [.. scales.Select((_, axis) => axis < PlanRows.Count || limits.FewestAreas <= 0 ? 0 : -1e6)];

    private double[] HighOf(double[] scales) =>
    [
        .. scales.Select((scale, axis) => axis < PlanRows.Count
            ? PriceScale.OfRow(PlanRows.SoftPrice(axis)) / scale
            : limits.MostAreas < int.MaxValue ? 1e6 : 0),
    ];

    private PlanPrices At(double[] point, double[] scales)
    {
        var perUnit = new long[PlanRows.Count];
        for (var row = 0; row < perUnit.Length; row++)
        {
            perUnit[row] = Math.Clamp((long)Math.Round(point[row] * scales[row]), 0, PriceScale.OfRow(PlanRows.SoftPrice(row)));
        }

        return new PlanPrices(PlanRows, perUnit, LimitsNumber ? (Int128)Math.Round(point[^1] * scales[^1]) : 0);
    }

    private double[] PointOf(PlanPrices prices, double[] scales) =>
    [
        .. scales.Select((scale, axis) => (axis < PlanRows.Count ? prices.PerUnit[axis] : (double)prices.PerArea) / scale),
    ];

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
