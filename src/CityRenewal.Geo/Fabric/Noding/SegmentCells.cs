namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The columns and rows of cells that a segment passes within a margin, row by row: never one too few, at a corner
/// perhaps one too many. Use with foreach; no memory is allocated.
/// </summary>
internal ref struct SegmentCells
{
    private readonly int _shift;
    private readonly int _lastRow;
    private readonly int _minColumn;
    private readonly int _maxColumn;
    private readonly double _x;
    private readonly double _y;
    private readonly double _slope;
    private readonly double _margin;
    private int _column;
    private int _row;
    private int _lastColumn;

    public SegmentCells((int X, int Y) a, (int X, int Y) b, int margin, int shift)
    {
        int ax = a.X, ay = a.Y, bx = b.X, by = b.Y;
        _shift = shift;
        _minColumn = Shift(Math.Min(ax, bx) - (long)margin);
        _maxColumn = Shift(Math.Max(ax, bx) + (long)margin);
        _row = Shift(Math.Min(ay, by) - (long)margin) - 1;
        _lastRow = Shift(Math.Max(ay, by) + (long)margin);

        // In a narrow box every cell is taken; a slope is needed only for long oblique segments.
        var isOblique = _maxColumn - _minColumn > 1 && _lastRow - _row > 2;
        _slope = isOblique ? ((double)bx - ax) / ((double)by - ay) : double.NaN;
        _x = ax;
        _y = ay;
        _margin = margin;
        _column = 0;
        _lastColumn = -1;
    }

    /// <summary>Whether all columns and rows from the first to the last are taken; ask before going through them.</summary>
    public readonly bool IsBox => double.IsNaN(_slope);

    public readonly int FirstColumn => _minColumn;

    public readonly int LastColumn => _maxColumn;

    public readonly int FirstRow => _row + 1;

    public readonly int LastRow => _lastRow;

    public readonly (int X, int Y) Current => (_column, _row);

    public readonly SegmentCells GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_column < _lastColumn)
        {
            _column++;
            return true;
        }

        if (_row >= _lastRow)
        {
            return false;
        }

        _row++;
        StartRow();
        return true;
    }

    private void StartRow()
    {
        _column = _minColumn;
        _lastColumn = _maxColumn;
        if (double.IsNaN(_slope))
        {
            return;
        }

        // Two units more than the margin cover the rounding of the doubles.
        double low = ((double)_row * (1L << _shift)) - _margin - 2, high = low + (1L << _shift) + (2 * _margin) + 4;
        double atLow = _x + ((low - _y) * _slope), atHigh = _x + ((high - _y) * _slope);
        var from = Math.Floor(Math.Min(atLow, atHigh) - _margin - 2);
        var to = Math.Ceiling(Math.Max(atLow, atHigh) + _margin + 2);
        _column = (int)Math.Max(_minColumn, Math.Floor(from / (1L << _shift)));
        _lastColumn = (int)Math.Min(_maxColumn, Math.Floor(to / (1L << _shift)));
    }

    private readonly int Shift(long value) => (int)(value >> _shift);
}
