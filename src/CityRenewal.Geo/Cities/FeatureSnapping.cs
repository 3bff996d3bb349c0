using System.Buffers;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Takes features of one layer to the grid: rings closed and turned, repeated vertices dropped, what cannot be used left
/// without a shape. One object serves one thread.
/// </summary>
internal sealed class FeatureSnapping(SourceLayer layer, PlaneTransform transform)
{
    /// <summary>Place of a feature without a shape: after all others.</summary>
    public const ulong Nowhere = 1UL << HilbertCurve.Bits;

    private readonly SourceShapes _shapes = layer.Shapes;
    private readonly List<Defect> _defects = [];
    private readonly SimpleShape _simple = new();
    private GrowingRings _rings = new(0);
    private RingSnapping _ring = null!;
    private int[] _x = [];
    private int[] _y = [];
    private int _first;

    /// <summary>The features from one row up to another.</summary>
    public SnappedChunk Of(int from, int to)
    {
        _first = _shapes.RingStart[_shapes.FeatureStart[from]];
        var count = _shapes.RingStart[_shapes.FeatureStart[to]] - _first;
        _rings = new GrowingRings(count + _shapes.FeatureStart[to] - _shapes.FeatureStart[from]);
        _ring = new RingSnapping(_rings);
        _x = ArrayPool<int>.Shared.Rent(count);
        _y = ArrayPool<int>.Shared.Rent(count);
        transform.ToGrid(_shapes.X.AsSpan(_first, count), _shapes.Y.AsSpan(_first, count), _x, _y);
        var places = new ulong[to - from];
        for (var row = from; row < to; row++)
        {
            Snap(row);
            _rings.EndFeature();
            places[row - from] = PlaceOfLast();
        }

        ArrayPool<int>.Shared.Return(_x);
        ArrayPool<int>.Shared.Return(_y);
        return new SnappedChunk(_rings, places, _defects);
    }

    private void Snap(int row)
    {
        int first = _shapes.FeatureStart[row], end = _shapes.FeatureStart[row + 1];
        int start = _shapes.RingStart[first], stop = _shapes.RingStart[end];
        if (start == stop)
        {
            Add(first == end ? GeometryDefects.NullGeometry : GeometryDefects.EmptyGeometry, row, -1);
            return;
        }

        if (!Accepts(layer.Name, _shapes.Kind))
        {
            Add(GeometryDefects.MixedGeometry, row, start);
            return;
        }

        var lost = _x.AsSpan(start - _first, stop - start).IndexOf(PlaneTransform.OffGrid);
        if (lost >= 0)
        {
            Add(WhyOffGrid(start + lost), row, start + lost);
            return;
        }

        switch (_shapes.Kind)
        {
            case ShapeKind.Polygon:
                SnapPolygon(row, first, end);
                break;
            case ShapeKind.Line:
                SnapLine(row, first, end);
                break;
            default:
                _rings.Add(_x[start - _first], _y[start - _first]);
                _rings.EndRing();
                break;
        }
    }

    private static bool Accepts(string name, ShapeKind kind) => name switch
    {
        LayerNames.Barriers => kind == ShapeKind.Line,
        LayerNames.ProtectedItems or LayerNames.Stations => kind is ShapeKind.Polygon or ShapeKind.Point,
        _ => kind == ShapeKind.Polygon,
    };

    private void SnapPolygon(int row, int first, int end)
    {
        _ring.StartFeature();
        var isShellUsable = false;
        var isSimple = end - first == 1;
        for (var ring = first; ring < end; ring++)
        {
            // A first ring that calls itself a hole has no shell but itself.
            var isHole = ring > first && _shapes.IsHole.Length > 0 && _shapes.IsHole[ring];
            if (isHole && !isShellUsable)
            {
                continue;
            }

            var isUsable = SnapRing(row, ring, isHole, ref isSimple);
            isShellUsable = isHole || isUsable;
        }

        if (!isSimple && _rings.RingCount > _rings.OpenFeature && !_ring.IsSurelyValid(_simple))
        {
            Mend(row, first);
        }
    }

    private bool SnapRing(int row, int ring, bool isHole, ref bool isSimple)
    {
        int start = _shapes.RingStart[ring], count = _shapes.RingStart[ring + 1] - start;
        if (count == 0)
        {
            return false;
        }

        var state = _ring.Write(_x.AsSpan(start - _first, count), _y.AsSpan(start - _first, count), isHole);
        if (!state.IsClosed)
        {
            Add(GeometryDefects.UnclosedRing, row, start + count - 1);
        }

        if (state.Vertices < 3 || !state.HasArea)
        {
            Add(state.Vertices < 3 ? GeometryDefects.TooFewVertices : GeometryDefects.ZeroArea, row, start);
            return false;
        }

        isSimple &= state.IsSurelySimple;
        return true;
    }

    private void SnapLine(int row, int first, int end)
    {
        for (var path = first; path < end; path++)
        {
            int start = _shapes.RingStart[path], stop = _shapes.RingStart[path + 1];
            for (var i = start - _first; i < stop - _first; i++)
            {
                if (_rings.OpenX.Length == 0 || _rings.OpenX[^1] != _x[i] || _rings.OpenY[^1] != _y[i])
                {
                    _rings.Add(_x[i], _y[i]);
                }
            }

            if (_rings.OpenX.Length < 2)
            {
                _rings.KeepOpen(0);
                Add(GeometryDefects.TooFewVertices, row, Math.Min(start, stop - 1));
                continue;
            }

            _rings.EndRing();
        }
    }

    private void Mend(int row, int firstRing)
    {
        var (rings, faults) = ShapeMending.Of(_ring.OfOpenFeature());
        if (faults.Count == 0)
        {
            return;
        }

        _rings.DropFeature();
        _ring.StartFeature();
        foreach (var ring in rings)
        {
            _ring.Write(ring.X, ring.Y, ring.IsHole);
        }

        foreach (var fault in faults)
        {
            var near = NearestVertex(firstRing, row, fault);
            var kind = MendingDefects.KindOf(fault.Kind);
            Add(kind, row, near, MendingDefects.Detail(fault.Kind));
        }
    }

    private int NearestVertex(int firstRing, int row, ShapeFault fault)
    {
        int start = _shapes.RingStart[firstRing], stop = _shapes.RingStart[_shapes.FeatureStart[row + 1]], nearest = start;
        var least = double.PositiveInfinity;
        for (var vertex = start; vertex < stop; vertex++)
        {
            double dx = _x[vertex - _first] - fault.X, dy = _y[vertex - _first] - fault.Y;
            if ((dx * dx) + (dy * dy) < least)
            {
                (least, nearest) = ((dx * dx) + (dy * dy), vertex);
            }
        }

        return nearest;
    }

    private DefectKind WhyOffGrid(int vertex)
    {
        double x = _shapes.X[vertex], y = _shapes.Y[vertex];
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return GeometryDefects.NanCoordinate;
        }

        int[] gx = [0], gy = [0];
        if (transform.ToGrid([y], [x], gx, gy) == 0)
        {
            return GeometryDefects.SwappedAxes;
        }

        var isMetric = layer.Epsg == ReferenceSystems.Local || !ReferenceSystems.Find(layer.Epsg).IsGeographic;
        return isMetric && Math.Abs(x) <= 180 && Math.Abs(y) <= 90
            ? GeometryDefects.WrongCrsLonLat
            : GeometryDefects.FarFromLayer;
    }

    private void Add(DefectKind kind, int row, int vertex, string detail = "")
    {
        var id = layer.Column(LayerNames.IdColumn(layer.Name))?.TextOf(row) ?? "";
        var (x, y) = vertex < 0 ? (double.NaN, double.NaN) : (_shapes.X[vertex], _shapes.Y[vertex]);
        _defects.Add(kind.At(new FeaturePlace(layer.Name, id, layer.FidOf(row), x, y) { File = layer.FileOf(row) }, detail));
    }

    private ulong PlaceOfLast()
    {
        int ring = _rings.FeatureStart[^2], end = _rings.FeatureStart[^1];
        int start = _rings.RingStart[ring], stop = _rings.RingStart[end];
        if (start == stop)
        {
            return Nowhere;
        }

        var box = GridBox.Of(_rings.X[start..stop], _rings.Y[start..stop]);
        return HilbertCurve.PlaceOf((int)(((long)box.MinX + box.MaxX) >> 1), (int)(((long)box.MinY + box.MaxY) >> 1));
    }
}
