using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Measures features against each zone of one grid by itself. One per thread.</summary>
internal sealed class ZoneMeter(AreaGrid grid)
{
    private readonly PolygonEdges _polygon = new();
    private readonly NearbyZones _near = new(grid);
    private readonly double[] _areas = new double[grid.ZoneCount];
    private readonly bool[] _isTouched = new bool[grid.ZoneCount];
    private readonly List<int> _touched = [];

    /// <summary>Adds to <paramref name="found"/> each zone that holds part of the feature, with the area, ascending by zone.</summary>
    public void Measure(PolygonColumns shapes, int feature, in GridBox box, double area, List<ZoneArea> found)
    {
        if (area <= 0 || !grid.Frame.TryRange(box, out var range))
        {
            return;
        }

        var joined = grid.ClassOf(range);
        if (joined == CellClass.Outside)
        {
            return;
        }

        if (grid.TryLabel(range, joined, out var zone))
        {
            found.Add(new ZoneArea(zone, area));
            return;
        }

        _polygon.Frame(box);
        _near.Gather(_polygon, range);
        if (_near.ReachIn)
        {
            _polygon.Load(shapes, feature);
            AddReached(range, area);
        }
        else
        {
            AddZonesOverCorner(grid.LabelOf(range), area);
        }

        HandOver(area, found);
    }

    private void AddPiece(PolygonEdges piece)
    {
        if (piece.Count == 0 || !grid.Frame.TryRange(piece.BoxOfPiece(), out var range))
        {
            return;
        }

        var joined = grid.ClassOf(range);
        if (grid.TryLabel(range, joined, out var zone))
        {
            AddTo(zone, piece.AreaOfPiece());
        }
        else if (joined != CellClass.Outside)
        {
            AddNear(piece, range, piece.AreaOfPiece());
        }
    }

    private void AddReached(in CellRange range, double area)
    {
        if (PolygonCut.IsWorthwhile(_polygon, grid, range))
        {
            AddNear(_polygon, range, area);
        }
        else
        {
            AddGathered(_polygon, range, area);
        }
    }

    private void AddNear(PolygonEdges polygon, in CellRange range, double area)
    {
        if (PolygonCut.IsWorthwhile(polygon, grid, range) && PolygonCut.TryHalve(polygon, out var first, out var second))
        {
            AddPiece(first);
            AddPiece(second);
            return;
        }

        _near.Gather(polygon, range);
        AddGathered(polygon, range, area);
    }

    private void AddGathered(PolygonEdges polygon, in CellRange range, double area)
    {
        AddBelow(grid.LabelOf(range), area);
        foreach (var step in _near.Steps)
        {
            AddTo(step.Zone, step.Sign * AreaAbove.RightOf(polygon, step.X, _near.LowerLine, area));
        }

        foreach (ref readonly var line in _near.Lines)
        {
            AddTo(line.Zone, line.Sign * AreaAbove.Of(polygon, line.X0, line.Y0, line.X1, line.Slope));
        }
    }

    private void AddZonesOverCorner(int label, double area)
    {
        AddBelow(label, area);
        foreach (ref readonly var step in _near.Steps)
        {
            if (step.X <= _polygon.MinX)
            {
                AddTo(step.Zone, step.Sign * area);
            }
        }

        foreach (ref readonly var line in _near.Lines)
        {
            if (line.IsUnderCorner(_polygon))
            {
                AddTo(line.Zone, line.Sign * area);
            }
        }
    }

    // What lies over the start of the lower line counts with the whole area; the lines and steps correct it.
    private void AddBelow(int label, double area)
    {
        if (label >= 0)
        {
            AddTo(label, area);
        }
        else if (label == StepLabels.SeveralZones)
        {
            foreach (var edge in _near.EdgesBefore())
            {
                AddTo(grid.Edges.Zones[edge], grid.Edges.Edges[edge].StepSign * area);
            }
        }
    }

    private void AddTo(int zone, double area)
    {
        if (!_isTouched[zone])
        {
            _isTouched[zone] = true;
            _touched.Add(zone);
        }

        _areas[zone] += area;
    }

    private void HandOver(double whole, List<ZoneArea> found)
    {
        _touched.Sort();
        foreach (var zone in _touched)
        {
            var area = AreaRule.Settle(_areas[zone], whole);
            if (area > 0)
            {
                found.Add(new ZoneArea(zone, area));
            }

            _areas[zone] = 0;
            _isTouched[zone] = false;
        }

        _touched.Clear();
    }
}
