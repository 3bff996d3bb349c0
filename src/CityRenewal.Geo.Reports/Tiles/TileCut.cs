using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// One feature as a tile shows it: the corners of its zoom, on whole units, cut to the frame, sound. The quick way is right
/// for nearly all; where rounding makes rings touch, the outline is cut the slow and certain way. One object serves one thread.
/// </summary>
internal sealed class TileCut
{
    // The certain way starts from corners that are off by a sixteenth of a unit at most.
    private const int FinerZooms = 2;

    private readonly TilePaths _rounded = new();
    private readonly TilePaths _cut = new();
    private readonly TilePaths _ordered = new();
    private readonly RingCut _rings = new();
    private readonly RingOrder _order = new();

    /// <summary>Features that took the certain way so far.</summary>
    public int MendedCount { get; private set; }

    /// <summary>The feature's rings or lines in units of the tile; none where nothing of it shows. Good until the next call.</summary>
    public TilePaths Of(TileShapes shapes, int feature, TileAddress tile, MercatorGrid grid)
    {
        var window = new TileWindow(tile, grid);
        return shapes.Kind == ShapeKind.Line ? Lines(shapes, feature, window) : Polygon(shapes, feature, window);
    }

    private TilePaths Polygon(TileShapes shapes, int feature, TileWindow window)
    {
        Round(shapes, feature, window);
        if (_rounded.Count == 0)
        {
            return _rounded;
        }

        var isCut = !window.Holds(shapes.Boxes[feature]);
        if (isCut)
        {
            _rings.Cut(_rounded, _cut);
        }

        if (_order.Order(isCut ? _cut : _rounded, _ordered))
        {
            return _ordered;
        }

        MendedCount++;
        return Mended(shapes, feature, window);
    }

    // A hole or shell that has become too small is left out, with the holes of the shell, and nothing else.
    private void Round(TileShapes shapes, int feature, TileWindow window)
    {
        _rounded.Clear();
        var hasShell = false;
        for (var path = shapes.FeatureStart[feature]; path < shapes.FeatureStart[feature + 1]; path++)
        {
            var isShell = !shapes.IsHole[path];
            if (!isShell && !hasShell)
            {
                continue;
            }

            for (var i = shapes.PathStart[path]; i < shapes.PathStart[path + 1]; i++)
            {
                if (shapes.FromZoom[i] <= window.Zoom)
                {
                    _rounded.Add(window.X(shapes.X[i]), window.Y(shapes.Y[i]));
                }
            }

            var isKept = _rounded.EndRing();
            if (isKept && _rounded.TwiceArea(_rounded.Count - 1) > 0 != isShell)
            {
                _rounded.DropLast();
                isKept = false;
            }

            hasShell = isShell ? isKept : hasShell;
        }
    }

    private TilePaths Mended(TileShapes shapes, int feature, TileWindow window)
    {
        var (x, y, starts) = (new List<double>(), new List<double>(), new List<int> { 0 });
        for (var path = shapes.FeatureStart[feature]; path < shapes.FeatureStart[feature + 1]; path++)
        {
            for (var i = shapes.PathStart[path]; i < shapes.PathStart[path + 1]; i++)
            {
                if (shapes.FromZoom[i] <= window.Zoom + FinerZooms)
                {
                    x.Add(window.ExactX(shapes.X[i]));
                    y.Add(window.ExactY(shapes.Y[i]));
                }
            }

            starts.Add(x.Count);
        }

        return Taken(WholeNumberCut.Of([.. x], [.. y], [.. starts], TileAddress.Frame));
    }

    private TilePaths Taken(PolygonColumns mended)
    {
        _ordered.Clear();
        for (var ring = 0; ring + 1 < mended.RingStart.Length; ring++)
        {
            for (var i = mended.RingStart[ring]; i < mended.RingStart[ring + 1] - 1; i++)
            {
                _ordered.Add(mended.X[i], mended.Y[i]);
            }

            _ordered.EndRing();
        }

        return _ordered;
    }

    private TilePaths Lines(TileShapes shapes, int feature, TileWindow window)
    {
        _cut.Clear();
        for (var path = shapes.FeatureStart[feature]; path < shapes.FeatureStart[feature + 1]; path++)
        {
            _rounded.Clear();
            for (var i = shapes.PathStart[path]; i < shapes.PathStart[path + 1]; i++)
            {
                if (shapes.FromZoom[i] <= window.Zoom)
                {
                    _rounded.Add(window.X(shapes.X[i]), window.Y(shapes.Y[i]));
                }
            }

            _rounded.EndLine();
            if (_rounded.Count > 0)
            {
                LineCut.Cut(_rounded.X(0), _rounded.Y(0), _cut);
            }
        }

        return _cut;
    }
}
