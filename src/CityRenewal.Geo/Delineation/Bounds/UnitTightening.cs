namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Lowers the bound of a unit below what prices of the unit as a whole can do: pieces of the cut that are too small for an
/// area have to reach for land around them (<see cref="Reach"/>). A bundle of the sets that cuts chose tells the next prices
/// and, by their mean, where limits of reach are broken that have no price yet.
/// </summary>
internal sealed class UnitTightening(UnitLand land, UnitCut cut, TighteningEffort effort)
{
    private const int RoundsBetweenSearches = 3;
    private const int MostLimits = 60;
    private const int MostNewLimits = 8;
    private const int ParcelsPerLimit = 20;
    private const double FarthestReach = 1e3;

    // Share of a node in the mean of sets above which it asks, and above which it has been asked for.
    private const double LeastShare = 0.05;
    private const double WholeShare = 0.9;

    private readonly NodeSteps _steps = new(land);
    private readonly ReachBundle _bundle = new(land);
    private readonly int _mostLimits = MostLimits + (land.ParcelCount / ParcelsPerLimit);
    private PriceSet _best = PriceSet.None(0);
    private double _bestBound = double.PositiveInfinity;
    private double[] _centre = [];
    private double _value;
    private double _reach = 1;
    private int _ofUnit;

    /// <summary>Whether there is anything to win: land that is too little for an area can be asked to reach for more.</summary>
    public bool IsWorthIt(double bound) =>
        land.Limits.LeastTwiceArea > 0 && land.ParcelCount > 0 && effort.MostCuts > 0 && bound - effort.Found > effort.Close;

    /// <summary>Finds prices; what costs the unit as a whole stays as it is, but for the price of land, which the reaches take over.</summary>
    /// <param name="start">Prices of the unit as a whole.</param>
    /// <param name="cancel">Ends the work; what was won until then is returned.</param>
    /// <returns>The prices of the best bound that was seen.</returns>
    public PriceSet Run(PriceSet start, CancellationToken cancel)
    {
        var whole = TakeOver(start with { Land = Math.Min(0, start.Land), Rows = (long[])start.Rows.Clone() });
        try
        {
            _value = Try(whole, _centre, cancel);
            _bundle.Step(_centre, 1);
            Widen();
            _reach = 0.3 * (_value - effort.Found) / Math.Max(1, _bundle.SquareOfSlope());
            var rounds = 0;
            for (var cuts = 1; cuts < effort.MostCuts && rounds < 2 * effort.MostCuts && IsFar && _bundle.Count > 0; rounds++)
            {
                cuts += Go(whole, rounds, cancel);
                if (_reach > FarthestReach)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return double.IsFinite(_bestBound) ? _best : start;
        }

        return _best;
    }

    /// <summary>Makes limits of reach of the rows that can be asked for piece by piece, so that they need not cost all of the unit alike.</summary>
    private PriceSet TakeOver(PriceSet whole)
    {
        int[] all = [.. Enumerable.Range(0, land.ParcelCount)];
        var prices = new List<double>();
        for (var row = 0; row < land.Rows.Count && effort.AsksRows; row++)
        {
            if (RowReachSearch.IsLocal(land, row))
            {
                var reach = Reach.OfRow(land, _steps, row, all);
                _bundle.Add(reach);
                prices.Add(reach.PriceOf(whole.Rows[row]));
                whole.Rows[row] = 0;
            }
        }

        _centre = [.. prices];
        _ofUnit = _centre.Length;
        return whole;
    }

    private bool IsFar => _bestBound - effort.Found > effort.Close;

    /// <summary>One round: new limits where some are broken, else a cut at new prices; returns the cuts made.</summary>
    private int Go(PriceSet whole, int round, CancellationToken cancel)
    {
        var (point, expected) = _bundle.Step(_centre, _reach);
        var isNear = _value - expected < 0.1 * effort.Close;
        if ((isNear || round % RoundsBetweenSearches == 0) && Widen())
        {
            return 0;
        }

        if (isNear)
        {
            _reach *= 10;
            return 0;
        }

        Move(point, Try(whole, point, cancel), expected);
        return 1;
    }

    /// <summary>Moves to a point that is better; the next step goes farther or less far.</summary>
    private void Move(double[] point, double value, double expected)
    {
        var (won, promised) = (_value - value, _value - expected);
        if (won < 0.1 * promised)
        {
            _reach *= won < -promised ? 0.4 : 0.9;
            return;
        }

        _reach *= won >= 0.6 * promised ? 3 : 1;
        (_centre, _value) = (point, value);
    }

    private double Try(PriceSet whole, double[] point, CancellationToken cancel)
    {
        var tried = whole with { Reach = _bundle.At(point) };
        cut.Solve(land, tried, cancel);
        _bundle.Add(cut, point);
        if (cut.Bound < _bestBound)
        {
            (_best, _bestBound) = (tried, cut.Bound);
        }

        return (double)cut.Priced * SearchLimits.BenefitUnit;
    }

    /// <summary>
    /// Adds the limits that the mean of the sets breaks, one for each place where it chooses something, and drops those without
    /// a price where there are many; false where nothing changes.
    /// </summary>
    private bool Widen()
    {
        var mean = _bundle.Mean();
        var isFull = _bundle.Count > _mostLimits;
        if (isFull)
        {
            var kept = _bundle.Drop(axis => axis >= _ofUnit && _centre[axis] <= 0);
            _centre = [.. _centre.Where((_, axis) => kept[axis])];
        }

        var before = _bundle.Count;
        AskForLand(mean, before + (_mostLimits * MostNewLimits / MostLimits));
        if (effort.AsksRows)
        {
            foreach (var reach in new RowReachSearch(land, _steps).In(mean).Take(_mostLimits * MostNewLimits / MostLimits))
            {
                _bundle.Add(reach);
            }
        }

        Array.Resize(ref _centre, _bundle.Count);
        return isFull || _bundle.Count > before;
    }

    private void AskForLand(double[] mean, int most)
    {
        var search = new ReachSearch(land, _steps);
        var isAsked = new bool[mean.Length];
        foreach (var payer in PayersIn(mean))
        {
            if (!isAsked[payer] && _bundle.Count < most && search.Of(payer, mean) is { } limit)
            {
                _bundle.Add(limit);
                Array.ForEach(limit.Inside, node => isAsked[node] |= mean[node] > WholeShare);
            }
        }
    }

    private static IOrderedEnumerable<int> PayersIn(double[] mean) => Enumerable.Range(0, mean.Length)
        .Where(node => mean[node] > LeastShare)
        .OrderByDescending(node => mean[node])
        .ThenBy(node => node);
}
