namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is known of the bound of a unit as a function of the prices of its limits of reach: every set that a cut chose is a
/// tangent. Limits can be added and dropped while the sets are kept.
/// </summary>
internal sealed class ReachBundle(UnitLand land)
{
    // No price of land is ever above what the best land of a city is worth, by far.
    private const double Dearest = 100;

    private readonly List<Reach> _reaches = [];
    private readonly List<ChosenSet> _sets = [];
    private PriceModel? _model;

    /// <summary>Number of limits, which is that of the axes.</summary>
    public int Count => _reaches.Count;

    /// <summary>Takes in a limit that costs nothing so far; one that is known changes nothing.</summary>
    public void Add(Reach reach)
    {
        if (!_reaches.Exists(known => known.Row == reach.Row && known.Payer == reach.Payer && known.Inside.AsSpan().SequenceEqual(reach.Inside)))
        {
            _reaches.Add(reach);
            _model = null;
        }
    }

    /// <summary>Takes in the set that a cut chose at some prices.</summary>
    /// <param name="cut">The cut, solved.</param>
    /// <param name="prices">The prices of the limits, m² of benefit per m² of land.</param>
    public void Add(UnitCut cut, double[] prices)
    {
        var nodes = new double[land.ParcelCount];
        for (var node = 0; node < nodes.Length; node++)
        {
            nodes[node] = cut.IsIn(node) ? 1 : 0;
        }

        var slopes = SlopesOf(nodes);
        var atZero = (double)cut.Priced * SearchLimits.BenefitUnit;
        for (var axis = 0; axis < prices.Length; axis++)
        {
            atZero -= slopes[axis] * prices[axis];
        }

        _sets.Add(new ChosenSet(nodes, atZero));
        _model?.Add(0, atZero, slopes);
    }

    /// <summary>Drops limits; the sets stay.</summary>
    /// <returns>Whether each limit was kept.</returns>
    public bool[] Drop(Func<int, bool> isDropped)
    {
        bool[] kept = [.. Enumerable.Range(0, Count).Select(axis => !isDropped(axis))];
        var left = _reaches.Where((_, axis) => kept[axis]).ToList();
        _reaches.Clear();
        _reaches.AddRange(left);
        _model = null;
        return kept;
    }

    /// <summary>The prices that look best near a centre, and what they promise the bound to be, m².</summary>
    public (double[] Prices, double Value) Step(double[] centre, double reach)
    {
        var prices = Model.Step(centre, reach);
        return (prices, Model.At(prices));
    }

    /// <summary>How far each node is in the sets that the last step was led by.</summary>
    public double[] Mean()
    {
        var mean = new double[land.ParcelCount];
        var shares = Model.Shares(0);
        for (var i = 0; i < _sets.Count; i++)
        {
            for (var node = 0; node < mean.Length && shares[i] > 0; node++)
            {
                mean[node] += shares[i] * _sets[i].Nodes[node];
            }
        }

        return mean;
    }

    /// <summary>How much the last set breaks all limits together: the square of the slope.</summary>
    public double SquareOfSlope() => _sets.Count == 0 ? 0 : SlopesOf(_sets[^1].Nodes).Sum(slope => slope * slope);

    /// <summary>The limits at prices.</summary>
    public ReachSet At(double[] prices)
    {
        var (reaches, whole) = (new List<Reach>(), new List<long>());
        for (var axis = 0; axis < prices.Length; axis++)
        {
            var price = _reaches[axis].PartsOf(prices[axis]);
            if (price > 0)
            {
                reaches.Add(_reaches[axis]);
                whole.Add(price);
            }
        }

        return new ReachSet(reaches, whole, land.ParcelCount);
    }

    private PriceModel Model => _model ??= Built();

    private PriceModel Built()
    {
        var model = new PriceModel(new double[Count], [.. Enumerable.Repeat(Dearest, Count)]);
        foreach (var set in _sets)
        {
            model.Add(0, set.AtZero, SlopesOf(set.Nodes));
        }

        model.Add(1, 0, new double[Count]);
        return model;
    }

    private double[] SlopesOf(double[] nodes)
    {
        var slopes = new double[Count];
        for (var axis = 0; axis < slopes.Length; axis++)
        {
            slopes[axis] = -_reaches[axis].Lack(nodes);
        }

        return slopes;
    }

    private sealed record ChosenSet(double[] Nodes, double AtZero);
}
