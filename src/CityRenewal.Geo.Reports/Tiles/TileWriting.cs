using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Writes tiles layer by layer, reusing its memory. One object serves one thread.</summary>
internal sealed class TileWriting(MercatorGrid grid)
{
    // Half a pixel where a tile is drawn 512 pixels wide.
    private const int VisibleUnits = 4;

    // No feature with an outline is written in less.
    private const int LeastBytes = 20;

    // Name and keys of a layer, and the notes of a tile.
    private const int Heading = 2_000;

    private readonly List<int> _rows = [];
    private readonly LayerSink _sink = new();
    private readonly ByteSink _tile = new();
    private readonly TileCut _cut = new();
    private readonly List<TileNote> _notes = [];

    /// <summary>Features that rounding would have spoilt, and that were cut the certain way.</summary>
    public int MendedCount => _cut.MendedCount;

    public void Start()
    {
        _tile.Clear();
        _notes.Clear();
    }

    /// <summary>Features of a layer that lie in a tile, be they large enough to be seen or not.</summary>
    public int CountOf(TileLayer layer, TileAddress tile)
    {
        _rows.Clear();
        layer.Index.Query(grid.FrameOf(tile), _rows);
        return _rows.Count;
    }

    /// <summary>Adds a layer; what does not fit the tile's limit is left out, the smallest first, with a note.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="standsFor">Where the features stand for others: for what, and how many of those there are.</param>
    public void Add(TileLayer layer, TileAddress tile, (string As, int Of)? standsFor = null)
    {
        _ = CountOf(layer, tile);
        _rows.RemoveAll(row => IsTooSmall(layer, row, tile));
        var visible = _rows.Count;
        var room = Math.Max(0, CityTiles.MostBytes - _tile.Length - Heading);
        LargestRows.Keep(_rows, layer, room / LeastBytes);
        _rows.Sort();
        Write(layer, tile);
        while (_sink.Length > room)
        {
            LargestRows.Keep(_rows, layer, (int)(0.95 * _rows.Count * room / _sink.Length));
            _rows.Sort();
            Write(layer, tile);
        }

        if (standsFor is { } others)
        {
            _notes.Add(new TileNote(layer.Name, others.As, _sink.Count, others.Of));
        }
        else if (_rows.Count < visible)
        {
            _notes.Add(new TileNote(layer.Name, "feature", _sink.Count, visible));
        }

        _sink.WriteTo(_tile, layer.Name, [.. layer.FieldsAt(tile.Zoom).Select(field => field.Name)]);
    }

    /// <summary>The tile; empty where nothing lies in it.</summary>
    public byte[] Finish()
    {
        TileNote.Write(_notes, _sink, _tile);
        return _tile.Bytes.ToArray();
    }

    private void Write(TileLayer layer, TileAddress tile)
    {
        _sink.Clear();
        var fields = layer.FieldsAt(tile.Zoom).ToArray();
        foreach (var row in _rows)
        {
            var paths = _cut.Of(layer.Shapes, row, tile, grid);
            if (paths.Count == 0 && !IsPointIn(layer, row, tile))
            {
                continue;
            }

            for (var key = 0; key < fields.Length; key++)
            {
                fields[key].Write(_sink, key, row);
            }

            WriteShape(layer, row, tile, paths);
        }
    }

    private void WriteShape(TileLayer layer, int row, TileAddress tile, TilePaths paths)
    {
        if (paths.Count == 0)
        {
            var (x, y) = PointOf(layer, row, tile);
            _sink.Point(layer.Numbers[row], x, y);
        }
        else if (layer.Shapes.Kind == ShapeKind.Line)
        {
            _sink.Lines(layer.Numbers[row], paths);
        }
        else
        {
            _sink.Polygon(layer.Numbers[row], paths);
        }
    }

    private bool IsPointIn(TileLayer layer, int row, TileAddress tile)
    {
        if (!layer.HasPoints)
        {
            return false;
        }

        var (x, y) = PointOf(layer, row, tile);
        return TileAddress.Frame.Meets(new GridBox(x, y, x, y));
    }

    private (int X, int Y) PointOf(TileLayer layer, int row, TileAddress tile)
    {
        var window = new TileWindow(tile, grid);
        var (x, y) = layer.PointOf(row);
        return (window.X(x), window.Y(y));
    }

    private static bool IsTooSmall(TileLayer layer, int row, TileAddress tile)
    {
        var box = layer.Shapes.Boxes[row];
        var unit = (layer.Name == LayerNames.Buildings ? VisibleUnits : 1L) << tile.Shift;
        return !layer.HasPoints && (long)box.MaxX - box.MinX < unit && (long)box.MaxY - box.MinY < unit;
    }
}
