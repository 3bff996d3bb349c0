using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Scores pieces by their sums: exact value, and for everything that an area must keep to an excess that is 0 exactly where
/// it is kept, decided in whole numbers.
/// </summary>
internal sealed class PieceJudge
{
    private const int ShapeBits = 20;

    private readonly SearchLimits _limits;
    private readonly NodeRows _rows;
    private readonly PieceScale _scale;
    private readonly double[] _excessPrices;
    private readonly double[] _softPrices;
    private readonly double _outlinePrice;
    private readonly Int128 _shape;
    private readonly double _shapeRatio;
    private readonly FloorWorths _floors;

    public PieceJudge(UnitLand land)
    {
        (_limits, _rows, _scale, _floors) = (land.Limits, land.Rows, PieceScale.Of(land), land.Floors);
        _excessPrices = new double[_rows.Count];
        _softPrices = new double[_rows.Count];
        for (var row = 0; row < _rows.Count; row++)
        {
            var isHard = double.IsPositiveInfinity(_rows.SoftPrice(row));
            _softPrices[row] = isHard ? 0 : _rows.SoftPrice(row) * RuleRow.Unit * _scale.PerSquareMetre;
            _excessPrices[row] = isHard ? PriceOfRow(land, row) : 0;
        }

        if (_limits.LeastPolsbyPopper > 0)
        {
            // 4π A ≥ τ P² with A half of twice the area in grid units and P in parts of one.
            _shapeRatio = 2 * Math.PI * LandNodes.UnitsPerGridUnit * LandNodes.UnitsPerGridUnit / _limits.LeastPolsbyPopper;
            _shape = (Int128)Math.Floor(_shapeRatio * (1 << ShapeBits));
            _outlinePrice = Math.Max(_scale.Price, _scale.PerTwiceArea * Math.Sqrt(Math.Max(1, _limits.LeastTwiceArea)) / 8);
        }
    }

    /// <summary>The unit of value.</summary>
    public PieceScale Scale => _scale;

    /// <summary>The score of a piece with these sums; an empty piece is worth nothing and breaks nothing.</summary>
    public PieceScore Of(in PieceSums sums, ReadOnlySpan<long> rows)
    {
        if (sums.Members == 0)
        {
            return default;
        }

        var value = (sums.Benefit << _scale.Shift) - (sums.Outline * _scale.Price) - _scale.Opening;
        var short_ = Math.Max(0, _limits.LeastTwiceArea - sums.TwiceArea);
        var over = Math.Max(0, sums.TwiceArea - _limits.MostTwiceArea);
        var excess = _scale.PerTwiceArea * (short_ + over);
        for (var row = 0; row < _rows.Count; row++)
        {
            var most = _rows.Limit(row);
            if (rows[row] > most)
            {
                var more = (double)rows[row] - most;
                value -= (long)Math.Ceiling(more * _softPrices[row]);
                excess += more * _excessPrices[row];
            }
        }

        value += _floors.IsNone ? 0 : FloorEstimate(rows);
        return new PieceScore(value, excess + (_limits.LeastPolsbyPopper > 0 ? ShapeExcess(sums) : 0));
    }

    /// <summary>What floor area is worth nearly, in the unit of value.</summary>
    /// <param name="rows">The sums of a piece, as <see cref="UnitPieces.Rows"/> gives them.</param>
    public long FloorEstimate(ReadOnlySpan<long> rows) => (long)(_floors.Estimate(rows[_rows.Count..]) * (1L << _scale.Shift));

    /// <summary>Whether a gross area and an outline are as compact as the limit asks, decided in whole numbers.</summary>
    public bool IsCompact(in PieceSums sums) =>
        (Int128)sums.Outline * sums.Outline * (1 << ShapeBits) <= _shape * sums.TwiceGross;

    private double ShapeExcess(in PieceSums sums) => IsCompact(sums)
        ? 0
        : _outlinePrice * Math.Max(1, sums.Outline - Math.Sqrt(_shapeRatio * sums.TwiceGross));

    /// <summary>What all land is worth or costs over all that is taken: one unit too much weighs as much as what it takes to get it.</summary>
    private double PriceOfRow(UnitLand land, int row)
    {
        double takes = 0, area = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            var take = Math.Abs((double)land.Rows.Slack(row, land.CityNode(node)));
            if (take < RuleRow.Prohibitive && land.LinksOf(node).Length > 0)
            {
                takes += take;
                area += land.TwiceArea(node);
            }
        }

        return takes > 0 && area > 0 ? _scale.PerTwiceArea * area / takes : _scale.PerTwiceArea;
    }
}
