namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the prices at which a unit's cut bounds it best: what a rule's row, the least and the largest area, the cost of an
/// area and the least compactness ask. Every set of prices gives a bound that holds (Lagrangian relaxation); a bundle of
/// tangents leads to the best in few cuts, each of which starts from the flow before it.
/// </summary>
internal sealed class UnitPrices(UnitLand land, UnitCut cut)
{
    private const int MostCuts = 30;

    // Nearer to the best prices than that is not worth a cut.
    private const double Tolerance = 2e-4;

    private readonly UnitPriceAxes _axes = new(land);
    private readonly bool _mustHaveAreas = HasLocked(land);

    /// <summary>The best bound found, m².</summary>
    public double Bound => Millionths * SearchLimits.BenefitUnit;

    /// <summary>The best bound found, millionths of a m².</summary>
    public long Millionths { get; private set; } = long.MaxValue;

    /// <summary>The prices of the best bound.</summary>
    public PriceSet Best { get; private set; } = PriceSet.None(land.Rows.Count);

    /// <summary>Finds prices, and leaves the cut solved at the best of them.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="start">Prices to begin with; null begins without any.</param>
    public void Solve(CancellationToken cancel, PriceSet? start = null)
    {
        var centre = _axes.PointOf(start ?? Best);
        var model = new PriceModel(_axes.Low, _axes.High);
        var value = Try(model, centre, cancel);
        foreach (var (atZero, slopes) in _axes.OwnCosts(cut.Areas, PriceScale.OfArea(land.Limits.Opening) + cut.Plan.PerArea))
        {
            model.Add(1, atZero, slopes);
        }

        var reach = FirstReach(value);
        for (var cuts = 1; cuts < MostCuts && (value > 0 || _mustHaveAreas); cuts++)
        {
            if (NextPoint(model, centre, value, ref reach) is not { } point)
            {
                break;
            }

            var promised = value - model.At(point);
            var found = Try(model, point, cancel);
            if (value - found >= 0.2 * promised)
            {
                reach *= value - found >= 0.6 * promised ? 4 : 1;
                (centre, value) = (point, found);
            }
            else
            {
                reach *= found > value + promised ? 0.3 : 1;
            }
        }

        if (!SamePrices(cut.Prices, Best))
        {
            cut.Solve(land, Best, cancel);
        }
    }

    /// <summary>Where to cut next; null where no prices promise anything that is worth a cut, however far away.</summary>
    private double[]? NextPoint(PriceModel model, double[] centre, double value, ref double reach)
    {
        for (var farther = 0; farther < 8; farther++)
        {
            var point = _axes.PointOf(_axes.At(model.Step(centre, reach)));
            if (value - model.At(point) > Tolerance * Math.Max(1e6, Math.Abs(value)))
            {
                return point;
            }

            reach *= 10;
        }

        return null;
    }

    private double Try(PriceModel model, double[] point, CancellationToken cancel)
    {
        var prices = _axes.At(point);
        cancel.ThrowIfCancellationRequested();
        cut.Solve(land, prices, cancel);
        if (cut.Millionths < Millionths)
        {
            (Millionths, Best) = (cut.Millionths, prices);
        }

        var slopes = _axes.SlopesOf(cut);
        var scale = Math.Pow(2, PriceScale.Bits);
        var own = (double)cut.Areas.At(prices) / scale;
        var value = (double)cut.Priced;
        var atZero = value - own;
        for (var axis = 0; axis < slopes.Length; axis++)
        {
            atZero -= slopes[axis] * point[axis];
        }

        model.Add(0, atZero, slopes);
        return value;
    }

    private double FirstReach(double value)
    {
        double squares = 0;
        foreach (var slope in _axes.SlopesOf(cut))
        {
            squares += slope * slope;
        }

        return squares > 0 ? 0.5 * Math.Max(1e6, Math.Abs(value)) / squares : 1;
    }

    private static bool SamePrices(PriceSet a, PriceSet b) =>
        a.Land == b.Land && a.Outline == b.Outline && ReferenceEquals(a.Reach, b.Reach)
        && a.Room == b.Room && a.Built == b.Built && a.Rows.AsSpan().SequenceEqual(b.Rows);

    private static bool HasLocked(UnitLand land)
    {
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (land.IsLockedIn(node))
            {
                return true;
            }
        }

        return false;
    }
}
