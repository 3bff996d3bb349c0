namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Lowers the bound of a unit below what prices of the unit as a whole can do: pieces of the cut that are too small for an
/// area have to reach for land around them (<see cref="Reach"/>). A bundle of the sets that cuts chose tells the next prices
/// and, by their mean, where limits of reach are broken that have no price yet.
/// </summary>
internal sealed class UnitTightening
{
    private const int RoundsBetweenSearches = 3;
    private const int MostLimits = 60;
    private const int MostStarts = 4;
    private const int MostNewLimits = 8;
    private const int ParcelsPerLimit = 20;

    // Steps that go ten times as far before the bound counts as the best there is.
    private const int MostFarther = 2;

    // A unit that wins less than this share of what is left in so many cuts is left as it is.
    private const double Slow = 0.02;
    private const int Patience = 14;

    private readonly NodeSteps _steps;
    private readonly ReachAsking _asking;
    private readonly ReachBundle _bundle;
    private readonly UnitLand _land;
    private readonly UnitCut _cut;
    private readonly TighteningEffort _effort;
    private readonly int _mostLimits;
    private PriceSet _best = PriceSet.None(0);
    private double _bestBound = double.PositiveInfinity;
    private double[] _centre = [];
    private IReadOnlyList<ChosenPart> _parts = [];
    private double _value;
    private double _reach = 1;
    private int _ofUnit;
    private int _farther;

    /// <summary>Work on a unit.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="cut">Solves it.</param>
    /// <param name="effort">How far to go.</param>
    public UnitTightening(UnitLand land, UnitCut cut, TighteningEffort effort)
    {
        (_land, _cut, _effort) = (land, cut, effort);
        _steps = new NodeSteps(land);
        _bundle = new ReachBundle(land);
        _mostLimits = MostLimits + (land.ParcelCount / ParcelsPerLimit);
        _asking = new ReachAsking(land, _steps, _bundle) { MostNew = _mostLimits * MostNewLimits / MostLimits };
    }

    /// <summary>Finds prices; what costs the unit as a whole stays as it is, but for the price of land, which the reaches take over.</summary>
    /// <param name="start">Prices of the unit as a whole.</param>
    /// <param name="cancel">Ends the work; what was won until then is returned.</param>
    /// <returns>The prices of the best bound that was seen.</returns>
    public PriceSet Run(PriceSet start, CancellationToken cancel)
    {
        var whole = TakeOver(start with { Land = Math.Min(0, start.Land), Rows = (long[])start.Rows.Clone() });
        try
        {
            _asking.AskAround();
            Array.Resize(ref _centre, _bundle.Count);
            _value = Try(whole, _centre, cancel);
            StartAround(whole, cancel);
            Widen(all: true, cancel);
            _reach = 0.3 * (_value - _effort.Found) / Math.Max(1, _bundle.SquareOfSlope());
            Improve(whole, cancel);
        }
        catch (OperationCanceledException)
        {
            return double.IsFinite(_bestBound) ? _best : start;
        }

        return _best;
    }

    /// <summary>
    /// Parts that are too small ask for land around them, at once at the price that makes them worth nothing: most of them are left out in
    /// the end, and the bundle would need many cuts to find that out one after the other.
    /// </summary>
    private void StartAround(PriceSet whole, CancellationToken cancel)
    {
        for (var round = 0; round < MostStarts; round++)
        {
            var point = new List<double>(_centre);
            if (!_asking.AskAround(_parts, point))
            {
                return;
            }

            Array.Resize(ref _centre, _bundle.Count);
            var tried = Try(whole, [.. point], cancel);
            if (tried >= _value)
            {
                return;
            }

            (_centre, _value) = ([.. point], tried);
        }
    }

    private void Improve(PriceSet whole, CancellationToken cancel)
    {
        var (mark, at, rounds) = (_bestBound, 1, 0);
        for (var cuts = 1; cuts < _effort.MostCuts && rounds < 2 * _effort.MostCuts && IsFar && _bundle.Count > 0; rounds++)
        {
            cuts += Go(whole, rounds, cancel);
            if (mark - _bestBound >= Slow * (_bestBound - _effort.Found))
            {
                (mark, at) = (_bestBound, cuts);
            }

            if (_farther > MostFarther || cuts - at > Patience)
            {
                break;
            }
        }
    }

    /// <summary>Makes limits of reach of the rows that can be asked for piece by piece, so that they need not cost all of the unit alike.</summary>
    private PriceSet TakeOver(PriceSet whole)
    {
        int[] all = [.. Enumerable.Range(0, _land.ParcelCount)];
        var prices = new List<double>();
        for (var row = 0; row < _land.Rows.Count && _effort.AsksRows; row++)
        {
            if (RowReachSearch.IsLocal(_land, row))
            {
                var reach = Reach.OfRow(_land, _steps, row, all);
                _bundle.Add(reach);
                prices.Add(reach.PriceOf(whole.Rows[row]));
                whole.Rows[row] = 0;
            }
        }

        _centre = [.. prices];
        _ofUnit = _centre.Length;
        return whole;
    }

    private bool IsFar => _bestBound - _effort.Found > _effort.Close;

    /// <summary>One round: new limits where some are broken, else a cut at new prices; returns the cuts made.</summary>
    private int Go(PriceSet whole, int round, CancellationToken cancel)
    {
        Array.Resize(ref _centre, _bundle.Count);
        var (point, expected) = _bundle.Step(_centre, _reach);
        var isNear = _value - expected < 0.1 * _effort.Close;
        if ((isNear || round % RoundsBetweenSearches == 0) && Widen(isNear, cancel))
        {
            return 0;
        }

        if (isNear)
        {
            _reach *= 10;
            _farther++;
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

        _reach *= won >= 0.6 * promised ? 2 : 1;
        (_centre, _value) = (point, value);
        _farther = 0;
    }

    private double Try(PriceSet whole, double[] point, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var tried = whole with { Reach = _bundle.At(point) };
        _cut.Solve(_land, tried, cancel);
        _parts = _bundle.Add(_cut);
        _asking.Ask(_parts);
        if (_cut.Bound < _bestBound)
        {
            (_best, _bestBound) = (tried, _cut.Bound);
        }

        return (double)_cut.Priced * SearchLimits.BenefitUnit;
    }

    /// <summary>
    /// Adds the limits that the mean of the sets breaks, one for each place where it chooses something, and drops those without
    /// a price where there are many; false where nothing changes.
    /// </summary>
    private bool Widen(bool all, CancellationToken cancel)
    {
        var mean = _bundle.Mean();
        var isFull = _bundle.Count > _mostLimits;
        Array.Resize(ref _centre, _bundle.Count);
        if (isFull)
        {
            var kept = _bundle.Drop(axis => axis >= _ofUnit && _centre[axis] <= 0);
            _centre = [.. _centre.Where((_, axis) => kept[axis])];
        }

        var before = _bundle.Count;
        _asking.Ask(mean, all, cancel);
        if (_effort.AsksRows)
        {
            _asking.AskRows(mean);
        }

        Array.Resize(ref _centre, _bundle.Count);
        return isFull || _bundle.Count > before;
    }
}
