namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Adds up the outline of the part of a polygon that lies in no zone, or of the part that lies in some, slab by slab: the
/// lower and upper sides of its trapezoids that no other trapezoid continues, and the upright sides that the neighbouring
/// slab does not share.
/// </summary>
internal sealed class PartBorder
{
    private const double Nothing = 1e-3;

    private List<(double Low, double High)> _before = [];
    private List<(double Low, double High)> _end = [];
    private readonly List<(double Low, double High)> _start = [];
    private double _right;
    private double _left;
    private double _length;
    private SlabSide _top;
    private double _topLength;

    /// <summary>Starts a new polygon.</summary>
    public void Clear()
    {
        _before.Clear();
        (_length, _right, _left) = (0, double.NaN, double.NaN);
    }

    /// <summary>Starts a slab.</summary>
    public void Enter(double left, double right)
    {
        (_left, _right) = (left, right);
        _start.Clear();
        _end.Clear();
        _top = new SlabSide(-1, double.NegativeInfinity, double.NegativeInfinity);
    }

    /// <summary>Adds a trapezoid of the part; they come from below to above. Cuts between pieces have no length.</summary>
    public void Add(in SlabSide lower, bool isLowerCut, in SlabSide upper, bool isUpperCut)
    {
        // Two trapezoids on either side of a line have no border there: take back what the lower one paid for its top.
        var isContinued = lower.Left - _top.Left + lower.Right - _top.Right < Nothing;
        _length += isContinued ? -_topLength : isLowerCut ? 0 : LengthOf(lower);
        _topLength = isUpperCut ? 0 : LengthOf(upper);
        _length += _topLength;
        _top = upper;
        _start.Add((lower.Left, upper.Left));
        _end.Add((lower.Right, upper.Right));
    }

    /// <summary>Ends a slab: its left side against the right side of the one before.</summary>
    public void Leave()
    {
        _length += PolygonCut.IsCut(_left) ? 0 : Difference(_before, _start);
        (_before, _end) = (_end, _before);
    }

    /// <summary>The whole length, with the right side of the last slab.</summary>
    public double Finish() => _length + (PolygonCut.IsCut(_right) ? 0 : Difference(_before, []));

    private double LengthOf(in SlabSide side)
    {
        double width = _right - _left, rise = side.Right - side.Left;
        return Math.Sqrt((width * width) + (rise * rise));
    }

    // Length of what exactly one of two sorted lists of intervals covers.
    private static double Difference(List<(double Low, double High)> a, List<(double Low, double High)> b)
    {
        double length = 0;
        foreach (var (low, high) in a)
        {
            length += high - low;
        }

        foreach (var (low, high) in b)
        {
            length += high - low;
        }

        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            length -= 2 * Math.Max(0, Math.Min(a[i].High, b[j].High) - Math.Max(a[i].Low, b[j].Low));
            if (a[i].High < b[j].High)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return length;
    }
}
