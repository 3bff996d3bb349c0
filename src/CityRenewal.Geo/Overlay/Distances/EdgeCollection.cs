using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Edges with the features that they belong to, gathered from polygons, lines and points.</summary>
internal sealed class EdgeCollection
{
    private readonly List<GridSegment> _segments = [];
    private readonly List<int> _owners = [];

    /// <summary>The edges, grid units.</summary>
    public List<GridSegment> Segments => _segments;

    /// <summary>The feature of each.</summary>
    public IReadOnlyList<int> Owners => _owners;

    /// <summary>The box around all.</summary>
    public GridBox Extent { get; private set; } = GridBox.Empty;

    /// <summary>The edges of one polygon.</summary>
    public static EdgeCollection Of(PolygonColumns shapes, int feature)
    {
        var edges = new EdgeCollection();
        edges.AddPolygon(shapes, feature);
        return edges;
    }

    /// <summary>Adds the rings of a polygon.</summary>
    public void AddPolygon(PolygonColumns shapes, int feature)
    {
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            AddPath(shapes.X[shapes.RingStart[ring]..shapes.RingStart[ring + 1]], shapes.Y[shapes.RingStart[ring]..shapes.RingStart[ring + 1]], feature);
        }
    }

    /// <summary>Adds the paths of a line.</summary>
    public void AddLine(LineColumns lines, int feature)
    {
        for (var path = lines.FeatureStart[feature]; path < lines.FeatureStart[feature + 1]; path++)
        {
            AddPath(lines.X[lines.PathStart[path]..lines.PathStart[path + 1]], lines.Y[lines.PathStart[path]..lines.PathStart[path + 1]], feature);
        }
    }

    /// <summary>Adds a point.</summary>
    public void AddPoint(int x, int y, int feature) => Add(new GridSegment(x, y, x, y), feature);

    /// <summary>The box of an edge.</summary>
    public static GridBox BoxOf(in GridSegment edge) => new(
        (int)Math.Min(edge.AX, edge.BX), (int)Math.Min(edge.AY, edge.BY), (int)Math.Max(edge.AX, edge.BX), (int)Math.Max(edge.AY, edge.BY));

    /// <summary>Whether a point lies inside what the edges enclose an odd number of times; on an edge it may be either.</summary>
    public bool Holds(double x, double y)
    {
        if (x < Extent.MinX || x > Extent.MaxX || y < Extent.MinY || y > Extent.MaxY)
        {
            return false;
        }

        var isInside = false;
        foreach (var (ax, ay, bx, by) in _segments)
        {
            isInside ^= (ay > y) != (by > y) && x < ((bx - ax) * (y - ay) / (by - ay)) + ax;
        }

        return isInside;
    }

    private void AddPath(ReadOnlySpan<int> x, ReadOnlySpan<int> y, int feature)
    {
        for (var i = 1; i < x.Length; i++)
        {
            Add(new GridSegment(x[i - 1], y[i - 1], x[i], y[i]), feature);
        }
    }

    private void Add(GridSegment edge, int feature)
    {
        _segments.Add(edge);
        _owners.Add(feature);
        Extent = Extent.With(BoxOf(edge));
    }
}
