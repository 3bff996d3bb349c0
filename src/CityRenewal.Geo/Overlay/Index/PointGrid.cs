using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>The protected items that are points, by cell.</summary>
internal sealed class PointGrid
{
    private const int Side = 256;

    private readonly GridFrame _frame;
    private readonly CellRows _rows;
    private readonly int[] _items;
    private readonly ProtectedItems _layer;

    private PointGrid(GridFrame frame, CellRows rows, int[] items, ProtectedItems layer)
    {
        _frame = frame;
        _rows = rows;
        _items = items;
        _layer = layer;
    }

    /// <summary>Number of items that are points.</summary>
    public int Count => _items.Length;

    /// <summary>Sorts the items without an outline into cells.</summary>
    public static PointGrid Of(ProtectedItems items)
    {
        var points = Enumerable.Range(0, items.Count).Where(item => items.Shapes.BoxOf(item).IsEmpty).ToArray();
        var box = GridBox.Empty;
        foreach (var item in points)
        {
            box = box.With(BoxOf(items, item));
        }

        var size = box.IsEmpty ? 1 : Math.Max((double)box.MaxX - box.MinX, (double)box.MaxY - box.MinY) / Side;
        var frame = GridFrame.Over(box, size);
        using var entries = new CellEntries(points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            entries.Add(frame.RowOf(items.PointY[points[i]]), frame.ColumnOf(items.PointX[points[i]]), i);
        }

        return new PointGrid(frame, CellRows.Of(entries, frame.Rows, frame.Columns), points, items);
    }

    /// <summary>The items in a box, its outline included.</summary>
    public IEnumerable<int> In(GridBox box)
    {
        if (box.IsEmpty || !_frame.TryRange(box, out var range))
        {
            yield break;
        }

        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var i = _rows.FirstFrom(row, range.FirstColumn);
                 i < _rows.RowStart[row + 1] && _rows.Column[i] <= range.LastColumn;
                 i++)
            {
                if (box.Meets(BoxOf(_layer, _items[_rows.Edge[i]])))
                {
                    yield return _items[_rows.Edge[i]];
                }
            }
        }
    }

    private static GridBox BoxOf(ProtectedItems items, int item) =>
        new(items.PointX[item], items.PointY[item], items.PointX[item], items.PointY[item]);
}
