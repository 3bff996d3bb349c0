namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The prices at which a unit's cut keeps to the rows of a rule pack. Every set of prices gives a bound that holds; the best
/// of them is kept, and the cut at it is where the search starts (Lagrangian relaxation, subgradient steps after Polyak).
/// A row with a limit is spread over the land of an area, which lies between the smallest and the largest area.
/// </summary>
internal sealed class UnitPrices(UnitLand land, UnitCut cut)
{
    private const int MostSteps = 24;
    private const int Patience = 3;

    // At a hundred times all benefit the node that takes most is out whatever it gives: no price need be higher.
    private const double Dearest = 100;

    private readonly double[] _highest = HighestPrices(land);
    private readonly double[] _prices = new double[land.Rows.Count];
    private readonly double[] _best = new double[land.Rows.Count];

    /// <summary>The best bound found, m².</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Finds prices, and leaves the cut solved at the best of them.</summary>
    public void Solve(CancellationToken cancel)
    {
        var scale = 1.0;
        var waited = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            cut.Solve(land, subsidy: 0, cancel, _prices);
            if (cut.Bound < Bound - 1e-9)
            {
                (Bound, waited) = (cut.Bound, 0);
                _prices.CopyTo(_best, 0);
            }
            else if (++waited == Patience)
            {
                (scale, waited) = (scale / 2, 0);
            }

            if (!Move(scale * Math.Max(0, cut.Bound)))
            {
                break;
            }
        }

        cut.Solve(land, subsidy: 0, cancel, _best);
    }

    /// <summary>What a node takes of a row, in the rule's unit, with the row's limit spread over its land.</summary>
    public static double Take(UnitLand land, int row, int node)
    {
        var limit = land.Rows.Limit(row);

        // Σ taken ≤ limit, and an area has between the least and the most land: so Σ taken ≤ limit · area / least where the
        // limit is above 0, and ≤ limit · area / most where it is below.
        double whole = limit > 0 ? land.Limits.LeastTwiceArea : land.Limits.MostTwiceArea;
        if (limit != 0 && whole <= 0)
        {
            return 0; // areas may be as small as they like: a limit per area says nothing of their sum
        }

        var spread = limit == 0 ? 0 : limit * (land.TwiceArea(node) / whole);
        return (land.Rows.Slack(row, land.CityNode(node)) - spread) * Compliance.RuleRow.Unit;
    }

    private static double[] HighestPrices(UnitLand land)
    {
        double benefit = 1;
        foreach (var each in land.Benefits.Span)
        {
            benefit += Math.Abs(each) * SearchLimits.BenefitUnit;
        }

        var highest = new double[land.Rows.Count];
        for (var row = 0; row < highest.Length; row++)
        {
            double most = 0;
            for (var node = 0; node < land.ParcelCount; node++)
            {
                most = Math.Max(most, Math.Abs(Take(land, row, node)));
            }

            // Above its own price a soft row is cheaper to break than to keep: only prices up to it give a bound.
            highest[row] = most > 0 ? Math.Min(Dearest * benefit / most, land.Rows.SoftPrice(row)) : 0;
        }

        return highest;
    }

    private bool Move(double gap)
    {
        var excess = new double[_prices.Length];
        double norm = 0;
        for (var row = 0; row < excess.Length; row++)
        {
            for (var node = 0; node < land.ParcelCount; node++)
            {
                excess[row] += cut.IsIn(node) ? Take(land, row, node) : 0;
            }

            excess[row] = _prices[row] == 0 && excess[row] < 0 ? 0 : excess[row];
            norm += excess[row] * excess[row];
        }

        if (norm < 1e-12 || gap <= 0)
        {
            return false;
        }

        for (var row = 0; row < excess.Length; row++)
        {
            _prices[row] = Math.Clamp(_prices[row] + (gap * excess[row] / norm), 0, _highest[row]);
        }

        return true;
    }
}
