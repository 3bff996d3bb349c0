using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// An even grid over a delivered layer, with the rows whose box meets each cell. The grid spans where most features lie;
/// what lies beyond is filed in the cells at its border, so that one stray feature costs nothing.
/// </summary>
internal sealed class RowGrid
{
    private readonly RowBox[] _boxes;
    private readonly RowBox _span;
    private readonly int _side;
    private readonly int[] _start;
    private readonly int[] _rows;

    public RowGrid(SourceShapes shapes)
    {
        _boxes = new RowBox[shapes.Count];
        Parallel.For(0, shapes.Count, row => _boxes[row] = RowBox.Of(shapes, row));
        _side = Math.Clamp((int)Math.Sqrt(shapes.Count), 1, 2048);
        _span = Span();
        _start = new int[(_side * _side) + 1];
        Count();
        _rows = new int[_start[^1]];
        Fill();
    }

    public RowBox BoxOf(int row) => _boxes[row];

    /// <summary>Rows filed in a cell, ascending.</summary>
    public ReadOnlySpan<int> Rows(int cellX, int cellY)
    {
        var cell = (cellY * _side) + cellX;
        return _rows.AsSpan(_start[cell], _start[cell + 1] - _start[cell]);
    }

    /// <summary>The cells that a box meets.</summary>
    public (int MinX, int MinY, int MaxX, int MaxY) CellsOf(RowBox box) => (
        Cell(box.MinX, _span.MinX, _span.MaxX),
        Cell(box.MinY, _span.MinY, _span.MaxY),
        Cell(box.MaxX, _span.MinX, _span.MaxX),
        Cell(box.MaxY, _span.MinY, _span.MaxY));

    private RowBox Span()
    {
        var usable = _boxes.Where(box => box.IsUsable).ToArray();
        if (usable.Length == 0)
        {
            return new RowBox(0, 0, 1, 1);
        }

        var (minX, maxX) = Middle([.. usable.Select(box => box.MinX)]);
        var (minY, maxY) = Middle([.. usable.Select(box => box.MinY)]);
        return new RowBox(minX, minY, Math.Max(maxX, minX + 1e-6), Math.Max(maxY, minY + 1e-6));
    }

    // Without the fiftieth at either end.
    private static (double Low, double High) Middle(double[] values)
    {
        var cut = values.Length / 50;
        return (Ranks.Place(values, cut), Ranks.Place(values, values.Length - 1 - cut));
    }

    private int Cell(double value, double low, double high) =>
        (int)Math.Clamp((value - low) / (high - low) * _side, 0, _side - 1);

    private void Count()
    {
        foreach (var box in _boxes)
        {
            ForCells(box, cell => _start[cell + 1]++);
        }

        for (var cell = 0; cell < _side * _side; cell++)
        {
            _start[cell + 1] += _start[cell];
        }
    }

    private void Fill()
    {
        var next = _start.AsSpan(0, _side * _side).ToArray();
        for (var row = 0; row < _boxes.Length; row++)
        {
            var at = row;
            ForCells(_boxes[row], cell => _rows[next[cell]++] = at);
        }
    }

    private void ForCells(RowBox box, Action<int> act)
    {
        if (!box.IsUsable)
        {
            return;
        }

        var cells = CellsOf(box);
        for (var y = cells.MinY; y <= cells.MaxY; y++)
        {
            for (var x = cells.MinX; x <= cells.MaxX; x++)
            {
                act((y * _side) + x);
            }
        }
    }
}
