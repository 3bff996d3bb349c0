using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// The features whose box meets a box. Cells span where nearly all features lie; what lies beyond is filed in the outer
/// cells, so that one stray feature costs nothing.
/// </summary>
internal sealed class NearbyRows
{
    private const int MostSide = 4096;
    private const int Sampled = 1 << 16;

    private readonly FeatureBoxes _boxes;
    private readonly int[] _start;
    private readonly int[] _rows;
    private readonly (long X, long Y) _origin;
    private readonly double _cell;
    private readonly int _columns;
    private readonly int _lines;

    /// <param name="boxes">Boxes of all features.</param>
    /// <param name="takes">Rows that can be found; null finds all.</param>
    public NearbyRows(FeatureBoxes boxes, Func<int, bool>? takes = null)
    {
        _boxes = boxes;
        var (low, high) = Middle(boxes);
        _origin = (low.X, low.Y);
        double width = Math.Max(1, high.X - low.X), height = Math.Max(1, high.Y - low.Y);
        _cell = Math.Max(Math.Max(width, height) / MostSide, Math.Sqrt(width * height / Math.Max(1, boxes.Count)));
        _columns = Math.Clamp((int)(width / _cell) + 1, 1, MostSide);
        _lines = Math.Clamp((int)(height / _cell) + 1, 1, MostSide);
        _start = new int[(_columns * _lines) + 1];
        for (var row = 0; row < boxes.Count; row++)
        {
            File(row, takes, cell => _start[cell + 1]++);
        }

        for (var cell = 1; cell < _start.Length; cell++)
        {
            _start[cell] += _start[cell - 1];
        }

        _rows = new int[_start[^1]];
        var next = _start.AsSpan(0, _start.Length - 1).ToArray();
        for (var row = 0; row < boxes.Count; row++)
        {
            var at = row;
            File(row, takes, cell => _rows[next[cell]++] = at);
        }
    }

    /// <summary>Adds every row whose box meets the box, once; the order depends on places only.</summary>
    public void Near(GridBox box, List<int> into)
    {
        var (left, bottom, right, top) = CellsOf(box);
        for (var line = bottom; line <= top; line++)
        {
            for (var column = left; column <= right; column++)
            {
                var cell = (line * _columns) + column;
                foreach (var row in _rows.AsSpan(_start[cell], _start[cell + 1] - _start[cell]))
                {
                    // A row in several cells is taken in the first one that both boxes have.
                    var other = _boxes.Boxes[row];
                    if (other.Meets(box) && Math.Max(left, ColumnOf(other.MinX)) == column && Math.Max(bottom, LineOf(other.MinY)) == line)
                    {
                        into.Add(row);
                    }
                }
            }
        }
    }

    private void File(int row, Func<int, bool>? takes, Action<int> act)
    {
        var box = _boxes.Boxes[row];
        if (box.IsEmpty || takes?.Invoke(row) == false)
        {
            return;
        }

        var (left, bottom, right, top) = CellsOf(box);
        for (var line = bottom; line <= top; line++)
        {
            for (var column = left; column <= right; column++)
            {
                act((line * _columns) + column);
            }
        }
    }

    private (int Left, int Bottom, int Right, int Top) CellsOf(in GridBox box) =>
        (ColumnOf(box.MinX), LineOf(box.MinY), ColumnOf(box.MaxX), LineOf(box.MaxY));

    private int ColumnOf(int x) => (int)Math.Clamp((x - _origin.X) / _cell, 0, _columns - 1);

    private int LineOf(int y) => (int)Math.Clamp((y - _origin.Y) / _cell, 0, _lines - 1);

    private static ((long X, long Y) Low, (long X, long Y) High) Middle(FeatureBoxes boxes)
    {
        var step = Math.Max(1, boxes.Count / Sampled);
        var some = Enumerable.Range(0, boxes.Count).Where(row => row % step == 0 && !boxes.Boxes[row].IsEmpty).ToArray();
        if (some.Length == 0)
        {
            return ((0, 0), (1, 1));
        }

        var x = some.Select(row => (long)boxes.Boxes[row].MinX).Order().ToArray();
        var y = some.Select(row => (long)boxes.Boxes[row].MinY).Order().ToArray();
        var cut = some.Length / 100;
        return ((x[cut], y[cut]), (x[^(cut + 1)], y[^(cut + 1)]));
    }
}
