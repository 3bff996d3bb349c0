using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// One outline under measure: its rings in metres around the centre of its box, and what several formulas share (area,
/// perimeter, moments, hull), each computed once when first asked for. Holes count as outside; several parts are one
/// outline: their areas and perimeters add up, hull and circle go around all of them.
/// </summary>
public sealed class Outline
{
    private readonly PolygonColumns _shapes;
    private readonly double _grid;
    private readonly ConvexHull _hull = new();
    private double[] _x = [];
    private double[] _y = [];
    private int _feature;
    private bool _hasCoordinates;
    private bool _hasHull;
    private AreaMoments? _moments;
    private BoundaryEdges? _edges;

    /// <summary>The outline of one feature.</summary>
    /// <param name="shapes">The layer.</param>
    /// <param name="feature">Which of its features.</param>
    /// <param name="plane">The equal-area plane that the layer is on.</param>
    public Outline(PolygonColumns shapes, int feature, WorkingPlane plane)
        : this(shapes, plane) => MoveTo(feature);

    /// <summary>A cursor over the features of a layer, which must be moved to one before it is read.</summary>
    internal Outline(PolygonColumns shapes, WorkingPlane plane)
    {
        _shapes = shapes;
        _grid = plane.GridSize;
    }

    /// <summary>Area in m², holes taken off; 0 where the feature has no usable ring.</summary>
    public double Area { get; private set; }

    /// <summary>Length of all rings in metres, holes included.</summary>
    public double Perimeter { get; private set; }

    /// <summary>Radius of the circle of equal area, metres.</summary>
    public double EqualAreaRadius => Math.Sqrt(Area / Math.PI);

    /// <summary>Whether there is an area to measure the shape of.</summary>
    public bool HasArea => Area > 0;

    /// <summary>Number of rings, shells and holes.</summary>
    public int RingCount => _shapes.FeatureStart[_feature + 1] - FirstRing;

    /// <summary>Centroid and second moment of the area.</summary>
    internal AreaMoments Moments => _moments ??= AreaMoments.Of(this);

    /// <summary>The edges of all rings, ready for distances; for one question after the other.</summary>
    internal BoundaryEdges Edges => _edges ??= new BoundaryEdges(this);

    /// <summary>East of all vertices ring by ring, metres from the centre of the box; rings are closed.</summary>
    internal ReadOnlySpan<double> X
    {
        get
        {
            FillCoordinates();
            return _x.AsSpan(0, VertexCount);
        }
    }

    /// <summary>North of all vertices, see <see cref="X"/>.</summary>
    internal ReadOnlySpan<double> Y
    {
        get
        {
            FillCoordinates();
            return _y.AsSpan(0, VertexCount);
        }
    }

    /// <summary>The convex hull of all parts, metres.</summary>
    internal ConvexHull Hull
    {
        get
        {
            if (!_hasHull)
            {
                _hull.Rebuild(_shapes, _feature, _grid);
                _hasHull = true;
            }

            return _hull;
        }
    }

    private int FirstRing => _shapes.FeatureStart[_feature];

    private int VertexCount => _shapes.VertexEnd(_feature) - _shapes.VertexStart(_feature);

    /// <summary>Turns to another feature of the same layer; everything derived is forgotten, the memory is kept.</summary>
    internal void MoveTo(int feature)
    {
        _feature = feature;
        _hasCoordinates = _hasHull = false;
        _moments = null;
        _edges = null;
        Area = (double)_shapes.TwiceAreaOf(feature) * 0.5 * _grid * _grid;
        Perimeter = PerimeterOnGrid() * _grid;
    }

    /// <summary>The vertices of one ring as a range of <see cref="X"/>; the last one repeats the first.</summary>
    internal Range Ring(int ring)
    {
        var starts = _shapes.RingStart;
        var first = starts[FirstRing];
        return (starts[FirstRing + ring] - first)..(starts[FirstRing + ring + 1] - first);
    }

    /// <summary>Area inside one ring in m²: positive for a shell, negative for a hole.</summary>
    internal double SignedAreaOfRing(int ring) =>
        (double)_shapes.TwiceAreaOfRing(FirstRing + ring) * 0.5 * _grid * _grid;

    private double PerimeterOnGrid()
    {
        ReadOnlySpan<int> x = _shapes.X, y = _shapes.Y;
        double sum = 0;
        for (var ring = FirstRing; ring < _shapes.FeatureStart[_feature + 1]; ring++)
        {
            for (int i = _shapes.RingStart[ring] + 1, end = _shapes.RingStart[ring + 1]; i < end; i++)
            {
                double dx = (double)x[i] - x[i - 1], dy = (double)y[i] - y[i - 1];
                sum += Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        return sum;
    }

    private void FillCoordinates()
    {
        if (_hasCoordinates)
        {
            return;
        }

        var count = VertexCount;
        if (_x.Length < count)
        {
            (_x, _y) = (new double[count], new double[count]);
        }

        int start = _shapes.VertexStart(_feature);
        var box = _shapes.BoxOf(_feature);
        double centreX = ((double)box.MinX + box.MaxX) / 2, centreY = ((double)box.MinY + box.MaxY) / 2;
        for (var i = 0; i < count; i++)
        {
            _x[i] = (_shapes.X[start + i] - centreX) * _grid;
            _y[i] = (_shapes.Y[start + i] - centreY) * _grid;
        }

        _hasCoordinates = true;
    }
}
