namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Area of a polygon in the union of zones that may lie upon each other, and the outline of one part of it: cuts
/// everything into vertical slabs between neighbouring ends and crossings, in which edges are simply ordered by height.
/// </summary>
/// <remarks>A wrong order can only happen among edges that are all but one, in a slab of no area: it moves nothing.</remarks>
internal sealed class SlabSweep
{
    private const double Nothing = 1e-3;

    private readonly PartBorder _border = new();
    private SlabLine[] _lines = new SlabLine[64];
    private SlabSide[] _active = new SlabSide[64];
    private ZoneStep[] _steps = new ZoneStep[16];
    private double[] _ends = new double[256];
    private int _lineCount;
    private int _activeCount;
    private int _stepCount;
    private int _endCount;
    private int _zonesBelow;

    /// <summary>Part of the polygon in at least one zone, square grid units.</summary>
    public double InsideArea { get; private set; }

    /// <summary>Part of the polygon in no zone, square grid units.</summary>
    public double OutsideArea { get; private set; }

    /// <summary>Whether the outline of the part in the zones is measured; else that of the part in none.</summary>
    public bool IsOfInside { get; set; }

    /// <summary>Length of the outline of that part, grid units; cuts between pieces of one polygon don't count.</summary>
    public double Perimeter { get; private set; }

    /// <summary>Starts with a polygon; <paramref name="zonesBelow"/> zones lie over the start of its lower line.</summary>
    public void Start(PolygonEdges polygon, int zonesBelow)
    {
        (_lineCount, _stepCount, _endCount, _zonesBelow) = (0, 0, 0, zonesBelow);
        for (var i = 0; i < polygon.Count; i++)
        {
            Add(new SlabLine(polygon.X0[i], polygon.Y0[i], polygon.X1[i], polygon.Slope[i], -(int)polygon.Sign[i], 0));
        }
    }

    /// <summary>Adds a zone's line, cut to the polygon's width.</summary>
    public void Add(in ZoneLine line, PolygonEdges polygon)
    {
        double x0 = Math.Max(line.X0, polygon.MinX), x1 = Math.Min(line.X1, polygon.MaxX);
        if (x0 < x1)
        {
            Add(new SlabLine(x0, line.Y0 + ((x0 - line.X0) * line.Slope), x1, line.Slope, 0, line.Sign));
        }
    }

    /// <summary>Adds a change in the number of zones along the lower line.</summary>
    public void Add(in ZoneStep step)
    {
        Append(ref _steps, ref _stepCount, step);
        Append(ref _ends, ref _endCount, step.X);
    }

    /// <summary>Measures what was added.</summary>
    public void Measure()
    {
        (InsideArea, OutsideArea, _activeCount) = (0, 0, 0);
        _border.Clear();
        _lines.AsSpan(0, _lineCount).Sort((a, b) => a.X0.CompareTo(b.X0));
        AddCrossings();
        Array.Sort(_ends, 0, _endCount);
        var next = 0;
        for (var i = 0; i + 1 < _endCount; i++)
        {
            double left = _ends[i], right = _ends[i + 1];
            if (right > left)
            {
                next = Activate(left, right, next);
                SortByHeight();
                MeasureSlab(left, right);
            }
        }

        Perimeter = _border.Finish();
    }

    private void Add(in SlabLine line)
    {
        Append(ref _lines, ref _lineCount, line);
        Append(ref _ends, ref _endCount, line.X0);
        Append(ref _ends, ref _endCount, line.X1);
    }

    // Sorted by their left ends, a line can only cross those that begin before it ends.
    private void AddCrossings()
    {
        for (var i = 0; i < _lineCount; i++)
        {
            ref readonly var line = ref _lines[i];
            for (var j = i + 1; j < _lineCount && _lines[j].X0 < line.X1; j++)
            {
                ref readonly var other = ref _lines[j];
                double left = other.X0, right = Math.Min(line.X1, other.X1);
                double from = line.At(left) - other.At(left), to = line.At(right) - other.At(right);
                if ((from < 0 && to > 0) || (from > 0 && to < 0))
                {
                    Append(ref _ends, ref _endCount, left + ((right - left) * (from / (from - to))));
                }
            }
        }
    }

    // Drops the lines that have ended, takes up those that begin, and sets the heights of all at both sides of the slab.
    private int Activate(double left, double right, int next)
    {
        var kept = 0;
        for (var i = 0; i < _activeCount; i++)
        {
            if (_lines[_active[i].Line].X1 > left)
            {
                _active[kept++] = _active[i];
            }
        }

        _activeCount = kept;
        for (; next < _lineCount && _lines[next].X0 <= left; next++)
        {
            if (_lines[next].X1 > left)
            {
                Append(ref _active, ref _activeCount, new SlabSide(next, 0, 0));
            }
        }

        foreach (ref var side in _active.AsSpan(0, _activeCount))
        {
            side = new SlabSide(side.Line, _lines[side.Line].At(left), _lines[side.Line].At(right));
        }

        return next;
    }

    // Lines keep their order from slab to slab but for crossings, so this is almost one pass.
    private void SortByHeight()
    {
        for (var i = 1; i < _activeCount; i++)
        {
            var side = _active[i];
            var height = side.Left + side.Right;
            var j = i - 1;
            for (; j >= 0 && _active[j].Left + _active[j].Right > height; j--)
            {
                _active[j + 1] = _active[j];
            }

            _active[j + 1] = side;
        }
    }

    private void MeasureSlab(double left, double right)
    {
        var zones = _zonesBelow;
        foreach (ref readonly var step in _steps.AsSpan(0, _stepCount))
        {
            zones += step.X <= left ? step.Sign : 0;
        }

        _border.Enter(left, right);
        var polygons = 0;
        for (var i = 0; i + 1 < _activeCount; i++)
        {
            ref readonly var lower = ref _active[i];
            ref readonly var upper = ref _active[i + 1];
            polygons += _lines[lower.Line].PolygonStep;
            zones += _lines[lower.Line].ZoneStep;
            if (polygons <= 0)
            {
                continue;
            }

            var gaps = upper.Left - lower.Left + upper.Right - lower.Right;
            var area = Math.Max(0, 0.5 * gaps * (right - left));
            var isInside = zones > 0;
            if (isInside)
            {
                InsideArea += area;
            }
            else
            {
                OutsideArea += area;
            }

            if (isInside == IsOfInside && gaps > Nothing)
            {
                _border.Add(lower, _lines[lower.Line].IsCut, upper, _lines[upper.Line].IsCut);
            }
        }

        _border.Leave();
    }

    private static void Append<T>(ref T[] items, ref int count, in T item)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, count * 2);
        }

        items[count++] = item;
    }
}
