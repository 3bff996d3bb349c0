using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Measures features against the union of the zones of one grid: by the cells of their box where no edge is near, else by
/// the few edges nearby. One per thread; nothing is allocated for an ordinary feature.
/// </summary>
internal sealed class OverlapMeter(AreaGrid grid)
{
    private readonly PolygonEdges _polygon = new();
    private readonly NearbyZones _near = new(grid);
    private readonly SlabSweep _sweep = new();

    /// <summary>Area of a feature in the union of the zones, square grid units.</summary>
    /// <param name="shapes">The feature's layer.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="box">Its box.</param>
    /// <param name="area">Its area.</param>
    public double AreaIn(PolygonColumns shapes, int feature, in GridBox box, double area)
    {
        if (area <= 0 || !grid.Frame.TryRange(box, out var range))
        {
            return 0;
        }

        var joined = grid.ClassOf(range);
        if ((joined & CellClass.Boundary) == 0)
        {
            return (joined & CellClass.Inside) != 0 ? area : 0;
        }

        _polygon.Frame(box);
        if ((joined & CellClass.Stacked) != 0)
        {
            _polygon.Load(shapes, feature);
            return AreaRule.Settle(AreaNear(_polygon, range, joined, area), area);
        }

        _near.Gather(_polygon, range);
        if (!_near.ReachIn)
        {
            return _near.ZonesOverCorner(_polygon) > 0 ? area : 0;
        }

        _polygon.Load(shapes, feature);
        var part = PolygonCut.IsWorthwhile(_polygon, grid, range)
            ? AreaNear(_polygon, range, joined, area)
            : SumOfEdges(_polygon, area);
        return AreaRule.Settle(part, area);
    }

    /// <summary>Area and outline of the part of a feature in no zone, square grid units and grid units.</summary>
    public (double Area, double Perimeter) OutsideOf(PolygonColumns shapes, int feature, in GridBox box) =>
        PartOf(shapes, feature, box, isInside: false);

    /// <summary>Area and outline of the part of a feature in the zones, square grid units and grid units.</summary>
    public (double Area, double Perimeter) InsideOf(PolygonColumns shapes, int feature, in GridBox box) =>
        PartOf(shapes, feature, box, isInside: true);

    private (double Area, double Perimeter) PartOf(PolygonColumns shapes, int feature, in GridBox box, bool isInside)
    {
        _polygon.Frame(box);
        _polygon.Load(shapes, feature);
        _sweep.IsOfInside = isInside;
        return PartNear(_polygon);
    }

    private double AreaNear(PolygonEdges polygon, in CellRange range, CellClass joined, double area)
    {
        var isStacked = (joined & CellClass.Stacked) != 0;
        var isLarge = isStacked
            ? PolygonCut.IsWorthwhileForSweep(polygon, grid, range)
            : PolygonCut.IsWorthwhile(polygon, grid, range);
        if (isLarge && PolygonCut.TryHalve(polygon, out var first, out var second))
        {
            return AreaOfPiece(first) + AreaOfPiece(second);
        }

        _near.Gather(polygon, range);
        if (!isStacked)
        {
            return SumOfEdges(polygon, area);
        }

        Sweep(polygon);
        return _sweep.InsideArea;
    }

    private double AreaOfPiece(PolygonEdges piece)
    {
        if (piece.Count == 0 || !grid.Frame.TryRange(piece.BoxOfPiece(), out var range))
        {
            return 0;
        }

        var joined = grid.ClassOf(range);
        var area = piece.AreaOfPiece();
        if ((joined & CellClass.Boundary) == 0)
        {
            return (joined & CellClass.Inside) != 0 ? area : 0;
        }

        return AreaNear(piece, range, joined, area);
    }

    private double SumOfEdges(PolygonEdges polygon, double area)
    {
        var sum = _near.ZonesBelow * area;
        foreach (var step in _near.Steps)
        {
            sum += step.Sign * AreaAbove.RightOf(polygon, step.X, _near.LowerLine, area);
        }

        foreach (ref readonly var line in _near.Lines)
        {
            sum += line.Sign * AreaAbove.Of(polygon, line.X0, line.Y0, line.X1, line.Slope);
        }

        return sum;
    }

    private (double Area, double Perimeter) PartNear(PolygonEdges polygon)
    {
        var isOver = grid.Frame.TryRange(polygon.BoxOfPiece(), out var range);
        if (isOver
            && PolygonCut.IsWorthwhileForSweep(polygon, grid, range)
            && PolygonCut.TryHalve(polygon, out var first, out var second))
        {
            var (firstArea, firstPerimeter) = PartNear(first);
            var (secondArea, secondPerimeter) = PartNear(second);
            return (firstArea + secondArea, firstPerimeter + secondPerimeter);
        }

        if (isOver)
        {
            _near.Gather(polygon, range);
            Sweep(polygon);
        }
        else
        {
            _sweep.Start(polygon, 0);
            _sweep.Measure();
        }

        return (_sweep.IsOfInside ? _sweep.InsideArea : _sweep.OutsideArea, _sweep.Perimeter);
    }

    private void Sweep(PolygonEdges polygon)
    {
        _sweep.Start(polygon, _near.ZonesBelow);
        foreach (var step in _near.Steps)
        {
            _sweep.Add(step);
        }

        foreach (ref readonly var line in _near.Lines)
        {
            _sweep.Add(line, polygon);
        }

        _sweep.Measure();
    }
}
