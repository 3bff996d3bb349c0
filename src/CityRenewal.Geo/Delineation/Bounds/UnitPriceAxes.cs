namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The prices of a unit as a few numbers of like size for the search for the best of them: one per row, one for land, one
/// for the outline where a least compactness is asked for. A step of 1 is worth about a tenth of a m² per m² of land.
/// </summary>
internal sealed class UnitPriceAxes
{
    private const double Step = 0.1;

    private readonly UnitLand _land;
    private readonly double[] _parts;
    private readonly bool _hasOutline;
    private readonly FloorAxes _floors;

    public UnitPriceAxes(UnitLand land)
    {
        _land = land;
        Rows = land.Rows.Count;
        _hasOutline = Chord.IsAsked(land.Limits.Hard());
        _floors = new FloorAxes(land, Rows + 1);
        Count = Rows + 1 + _floors.Count + (_hasOutline ? 1 : 0);
        _parts = new double[Count];
        High = new double[Count];
        Low = new double[Count];
        var land0 = UnitCut.LandPrice(land, Step);
        double whole = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            whole += land.TwiceArea(node);
        }

        for (var row = 0; row < Rows; row++)
        {
            _parts[row] = Math.Clamp(land0 * whole / Math.Max(1, Taken(row)), 1, PriceScale.Dearest);
            High[row] = PriceScale.OfRow(land.Rows.SoftPrice(row)) / _parts[row];
        }

        _parts[Rows] = land0;
        _floors.Scale(_parts, High, land0 * whole);
        (Low[Rows], High[Rows]) = (-PriceScale.Dearest / (double)land0, PriceScale.Dearest / (double)land0);
        if (_hasOutline)
        {
            _parts[^1] = Math.Max(1, Step * PriceScale.OfLength(land.Limits.Price));
            High[^1] = Chord.Dearest(land.Limits) / _parts[^1];
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of axes.</summary>
    public int Count { get; }

    /// <summary>Lowest value on each axis.</summary>
    public double[] Low { get; }

    /// <summary>Highest value on each axis.</summary>
    public double[] High { get; }

    /// <summary>The prices at a point, as whole numbers within their limits.</summary>
    public PriceSet At(double[] point)
    {
        var rows = new long[Rows];
        for (var row = 0; row < Rows; row++)
        {
            rows[row] = Math.Clamp((long)Math.Round(point[row] * _parts[row]), 0, PriceScale.OfRow(_land.Rows.SoftPrice(row)));
        }

        var land = (long)Math.Clamp(Math.Round(point[Rows] * _parts[Rows]), -PriceScale.Dearest, PriceScale.Dearest);
        return _floors.At(point, _parts, new PriceSet(rows, land, _hasOutline ? Math.Clamp((long)Math.Round(point[^1] * _parts[^1]), 0, Chord.Dearest(_land.Limits)) : 0));
    }

    /// <summary>The point of some prices.</summary>
    public double[] PointOf(PriceSet prices)
    {
        var point = new double[Count];
        for (var row = 0; row < Rows; row++)
        {
            point[row] = prices.Rows[row] / _parts[row];
        }

        point[Rows] = prices.Land / _parts[Rows];
        _floors.Place(prices, _parts, point);
        if (_hasOutline)
        {
            point[^1] = prices.Outline / _parts[^1];
        }

        return point;
    }

    /// <summary>What the present cut gains per axis, millionths of a m²: exact sums over its set.</summary>
    public double[] SlopesOf(UnitCut cut)
    {
        var slopes = new double[Count];
        double land = 0, whole = 0, outline = 0;
        for (var node = 0; node < _land.Count; node++)
        {
            if (!cut.IsIn(node))
            {
                continue;
            }

            whole += _land.TwiceArea(node);
            outline += _hasOutline ? OutlineOf(node, cut) : 0;
            if (node < _land.ParcelCount)
            {
                land += _land.TwiceArea(node);
                for (var row = 0; row < Rows; row++)
                {
                    slopes[row] -= _land.Rows.Slack(row, _land.CityNode(node)) * Of(row);
                }
            }
        }

        slopes[Rows] = land * Of(Rows);
        _floors.AddSlopes(cut, Of, slopes);
        if (_hasOutline)
        {
            slopes[^1] = ((whole * Chord.For(Chord.Dearest(_land.Limits), _land.Limits) / Chord.Dearest(_land.Limits)) - outline) * Of(Count - 1);
        }

        return slopes;
    }

    /// <summary>What areas cost by themselves, as linear functions of the prices of which the largest counts.</summary>
    public IEnumerable<(double AtZero, double[] Slopes)> OwnCosts(AreaConstant areas, Int128 opening)
    {
        foreach (var times in new[] { 1, areas.MostAreas }.Distinct())
        {
            foreach (var land in new[] { areas.Least, areas.Most }.Distinct())
            {
                var slopes = new double[Count];
                for (var row = 0; row < Rows; row++)
                {
                    slopes[row] = (double)times * _land.Rows.Limit(row) * Of(row);
                }

                slopes[Rows] = -(double)times * land * Of(Rows);
                yield return (-(double)times * (double)opening / Math.Pow(2, PriceScale.Bits), slopes);
            }
        }
    }

    private double Of(int axis) => _parts[axis] / Math.Pow(2, PriceScale.Bits);

    private double Taken(int row)
    {
        double taken = 0;
        for (var node = 0; node < _land.ParcelCount; node++)
        {
            var slack = Math.Abs((double)_land.Rows.Slack(row, _land.CityNode(node)));
            taken += slack < Compliance.RuleRow.Prohibitive ? slack : 0;
        }

        return taken;
    }

    private double OutlineOf(int node, UnitCut cut)
    {
        double outline = _land.Perimeter(node);
        for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
        {
            outline -= cut.IsIn(_land.Neighbour(entry)) ? _land.Nodes.Borders[entry] : 0;
        }

        return outline;
    }
}
