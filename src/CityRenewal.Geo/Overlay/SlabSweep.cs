namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Area of a polygon in the union of zones that may lie upon each other, and the outline of the part outside them: cuts
/// everything into vertical slabs between neighbouring ends and crossings, in which edges are simply ordered by height.
/// </summary>
/// <remarks>A wrong order can only happen among edges that are all but one, in a slab of no area: it moves nothing.</remarks>
internal sealed class SlabSweep
{
    private const double Nothing = 1e-3;

    private readonly List<SlabLine> _lines = [];
    private readonly List<SlabLine> _active = [];
    private readonly List<(double X, int Sign)> _steps = [];
    private readonly List<double> _ends = [];
    private readonly OutsideBorder _border = new();
    private int _zonesBelow;

    /// <summary>Part of the polygon in at least one zone, square grid units.</summary>
    public double InsideArea { get; private set; }

    /// <summary>Part of the polygon in no zone, square grid units.</summary>
    public double OutsideArea { get; private set; }

    /// <summary>Length of the outline of the part in no zone, grid units; cuts between pieces of one polygon don't count.</summary>
    public double OutsidePerimeter { get; private set; }

    /// <summary>Starts with a polygon; <paramref name="zonesBelow"/> zones lie over the start of its lower line.</summary>
    public void Start(PolygonEdges polygon, int zonesBelow)
    {
        _lines.Clear();
        _steps.Clear();
        _ends.Clear();
        _zonesBelow = zonesBelow;
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
    public void AddStep(double x, int sign)
    {
        _steps.Add((x, sign));
        _ends.Add(x);
    }

    /// <summary>Measures what was added.</summary>
    public void Measure()
    {
        (InsideArea, OutsideArea) = (0, 0);
        _border.Clear();
        _active.Clear();
        AddCrossings();
        _ends.Sort();
        _lines.Sort((a, b) => a.X0.CompareTo(b.X0));
        var next = 0;
        for (var i = 0; i + 1 < _ends.Count; i++)
        {
            double left = _ends[i], right = _ends[i + 1];
            if (right <= left)
            {
                continue;
            }

            _active.RemoveAll(line => line.X1 <= left);
            for (; next < _lines.Count && _lines[next].X0 <= left; next++)
            {
                if (_lines[next].X1 > left)
                {
                    _active.Add(_lines[next]);
                }
            }

            SortByHeight((left + right) / 2);
            MeasureSlab(left, right);
        }

        OutsidePerimeter = _border.Finish();
    }

    private void Add(in SlabLine line)
    {
        _lines.Add(line);
        _ends.Add(line.X0);
        _ends.Add(line.X1);
    }

    private void AddCrossings()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                double left = Math.Max(_lines[i].X0, _lines[j].X0), right = Math.Min(_lines[i].X1, _lines[j].X1);
                if (left >= right)
                {
                    continue;
                }

                double from = _lines[i].At(left) - _lines[j].At(left), to = _lines[i].At(right) - _lines[j].At(right);
                if ((from < 0 && to > 0) || (from > 0 && to < 0))
                {
                    _ends.Add(left + ((right - left) * (from / (from - to))));
                }
            }
        }
    }

    // Lines keep their order from slab to slab but for crossings, so this is almost one pass.
    private void SortByHeight(double x)
    {
        for (var i = 1; i < _active.Count; i++)
        {
            var line = _active[i];
            var height = line.At(x);
            var j = i - 1;
            for (; j >= 0 && _active[j].At(x) > height; j--)
            {
                _active[j + 1] = _active[j];
            }

            _active[j + 1] = line;
        }
    }

    private void MeasureSlab(double left, double right)
    {
        var zones = _zonesBelow;
        foreach (var (x, sign) in _steps)
        {
            zones += x <= left ? sign : 0;
        }

        _border.Enter(left, right);
        var polygons = 0;
        for (var i = 0; i < _active.Count; i++)
        {
            var line = _active[i];
            polygons += line.PolygonStep;
            zones += line.ZoneStep;
            if (polygons <= 0 || i + 1 == _active.Count)
            {
                continue;
            }

            double gapLeft = _active[i + 1].At(left) - line.At(left), gapRight = _active[i + 1].At(right) - line.At(right);
            var area = Math.Max(0, 0.5 * (gapLeft + gapRight) * (right - left));
            if (zones > 0)
            {
                InsideArea += area;
            }
            else
            {
                OutsideArea += area;
                if (gapLeft + gapRight > Nothing)
                {
                    _border.Add(line, _active[i + 1]);
                }
            }
        }

        _border.Leave();
    }
}
