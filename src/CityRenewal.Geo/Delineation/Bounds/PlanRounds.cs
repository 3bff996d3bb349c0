namespace CityRenewal.Geo.Delineation;

/// <summary>Bounds all units again and again at other prices of the whole plan; every unit goes on from its own last prices.</summary>
internal sealed class PlanRounds(UnitLand[] units, int threads)
{
    private readonly PriceSet?[] _last = new PriceSet?[units.Length];

    /// <summary>The sum of the bounds, and what binds.</summary>
    public PlanUsage Bound(PlanPrices prices, CancellationToken cancel)
    {
        var each = new PlanUsage[units.Length];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
        };
        Parallel.For(0, units.Length, options, () => new UnitCut(), (unit, _, cut) =>
        {
            cut.Plan = prices;
            each[unit] = Of(unit, cut, cancel);
            return cut;
        }, _ => { });

        // In the order of the units: sums of doubles depend on it.
        var taken = new double[prices.PerUnit.Length];
        foreach (var usage in each)
        {
            for (var row = 0; row < taken.Length; row++)
            {
                taken[row] += usage.Taken[row];
            }
        }

        return new PlanUsage(each.Sum(usage => usage.Millionths), taken, each.Sum(usage => usage.Areas));
    }

    private PlanUsage Of(int unit, UnitCut cut, CancellationToken cancel)
    {
        var land = units[unit];
        var taken = new double[cut.Plan.PerUnit.Length];
        if (land.ParcelCount == 0)
        {
            return new PlanUsage(0, taken, 0);
        }

        var search = new UnitPrices(land, cut);
        search.Solve(cancel, _last[unit]);
        _last[unit] = search.Best;
        if (cut.Millionths != (long)cut.Priced)
        {
            return new PlanUsage(cut.Millionths, taken, 0);
        }

        double area = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (cut.IsIn(node))
            {
                area += land.TwiceArea(node);
                for (var row = 0; row < taken.Length; row++)
                {
                    taken[row] += cut.Plan.Rows.Slack(row, land.CityNode(node));
                }
            }
        }

        return new PlanUsage(cut.Millionths, taken, Math.Max(1, area / cut.Areas.Most));
    }
}
