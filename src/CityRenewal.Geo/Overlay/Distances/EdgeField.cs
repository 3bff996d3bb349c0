using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>The edges of the features of a layer in square cells: how far a place is from the nearest of them.</summary>
public sealed class EdgeField
{
    private const double CellMetres = 200;

    private readonly GridFrame _frame;
    private readonly GridBox _extent;
    private readonly GridSegment[] _edges;
    private readonly int[] _owners;
    private readonly int[] _start;
    private readonly int[] _inCells;
    private readonly double _unitsPerMetre;

    private EdgeField(EdgeCollection edges, double unitsPerMetre)
    {
        (_edges, _owners, _extent, _unitsPerMetre) = ([.. edges.Segments], [.. edges.Owners], edges.Extent, unitsPerMetre);
        _frame = GridFrame.Over(_extent, CellMetres * unitsPerMetre);
        _start = new int[_frame.Cells + 1];
        ForEachCell((cell, _) => _start[cell + 1]++);
        for (var cell = 0; cell < _frame.Cells; cell++)
        {
            _start[cell + 1] += _start[cell];
        }

        int[] next = _start[..^1];
        _inCells = new int[_start[^1]];
        ForEachCell((cell, edge) => _inCells[next[cell]++] = edge);
    }

    /// <summary>Whether there is no feature at all.</summary>
    public bool IsEmpty => _edges.Length == 0;

    /// <summary>The edges of polygons, lines and points by their rows.</summary>
    internal static EdgeField Of(EdgeCollection edges, WorkingPlane plane) => new(edges, plane.UnitsPerMetre);

    /// <summary>
    /// The feature nearest to an outline and how far it is, metres: 0 where it reaches into the outline, or the outline into
    /// it. Looks around in rings that double until nothing nearer can lie outside of them. Ties go to the smaller row.
    /// </summary>
    public (double Metres, int Feature) Nearest(PolygonColumns shapes, int feature)
    {
        var outline = EdgeCollection.Of(shapes, feature);
        var reach = (double)(1L << _frame.Shift);
        while (true)
        {
            var found = NearestWithin(outline, reach);
            if (found.Squared <= reach * reach || Covers(outline.Extent, reach))
            {
                return (Math.Sqrt(found.Squared) / _unitsPerMetre, found.Feature);
            }

            reach *= 2;
        }
    }

    private bool Covers(GridBox box, double reach) =>
        box.MinX - reach <= _extent.MinX && box.MaxX + reach >= _extent.MaxX
        && box.MinY - reach <= _extent.MinY && box.MaxY + reach >= _extent.MaxY;

    private (double Squared, int Feature) NearestWithin(EdgeCollection outline, double reach)
    {
        var best = (Squared: double.PositiveInfinity, Feature: -1);
        var around = Grown(outline.Extent, reach);
        if (!_frame.TryRange(around, out var range))
        {
            return best;
        }

        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++)
            {
                var cell = (row * _frame.Columns) + column;
                foreach (var edge in _inCells.AsSpan(_start[cell].._start[cell + 1]))
                {
                    var squared = SquaredDistance(outline, _edges[edge], best.Squared);
                    best = squared < best.Squared || (squared == best.Squared && _owners[edge] < best.Feature) ? (squared, _owners[edge]) : best;
                }
            }
        }

        return best;
    }

    private static double SquaredDistance(EdgeCollection outline, in GridSegment edge, double best)
    {
        if (edge.SquaredDistanceTo(outline.Extent) > best)
        {
            return double.PositiveInfinity;
        }

        if (outline.Holds(edge.AX, edge.AY))
        {
            return 0;
        }

        foreach (var own in outline.Segments)
        {
            best = Math.Min(best, own.SquaredDistanceTo(edge));
        }

        return best;
    }

    private static GridBox Grown(GridBox box, double reach) => new(
        (int)Math.Max(int.MinValue, box.MinX - reach), (int)Math.Max(int.MinValue, box.MinY - reach),
        (int)Math.Min(int.MaxValue, box.MaxX + reach), (int)Math.Min(int.MaxValue, box.MaxY + reach));

    private void ForEachCell(Action<int, int> visit)
    {
        for (var edge = 0; edge < _edges.Length; edge++)
        {
            var box = EdgeCollection.BoxOf(_edges[edge]);
            if (!_frame.TryRange(box, out var range))
            {
                continue;
            }

            for (var row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (var column = range.FirstColumn; column <= range.LastColumn; column++)
                {
                    visit((row * _frame.Columns) + column, edge);
                }
            }
        }
    }
}
