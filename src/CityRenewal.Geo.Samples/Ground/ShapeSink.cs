using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Ground;

/// <summary>Collects the rings of features one after the other, as whole millimetres from the middle of the map.</summary>
internal sealed class ShapeSink
{
    private const double Millimetres = 1000;
    private readonly List<int> _x = [];
    private readonly List<int> _y = [];
    private readonly List<int> _rings = [0];
    private readonly List<int> _features = [0];
    private readonly List<bool> _holes = [];

    /// <summary>Number of finished features.</summary>
    public int Count => _features.Count - 1;

    /// <summary>Adds a vertex to the open ring.</summary>
    public void Add(Spot spot)
    {
        _x.Add((int)((long)Math.Round(spot.X * Millimetres) - Bend.EastMillimetres));
        _y.Add((int)((long)Math.Round(spot.Y * Millimetres) - Bend.NorthMillimetres));
    }

    /// <summary>Closes the open ring with its first vertex.</summary>
    public void CloseRing(bool isHole = false)
    {
        var first = _rings[^1];
        _x.Add(_x[first]);
        _y.Add(_y[first]);
        EndPath(isHole);
    }

    /// <summary>Ends the open path as it is.</summary>
    public void EndPath(bool isHole = false)
    {
        _rings.Add(_x.Count);
        _holes.Add(isHole);
    }

    /// <summary>Ends a feature.</summary>
    public void EndFeature() => _features.Add(_rings.Count - 1);

    /// <summary>Gives back memory that was reserved for more.</summary>
    public void Trim()
    {
        _x.TrimExcess();
        _y.TrimExcess();
        _rings.TrimExcess();
        _features.TrimExcess();
        _holes.TrimExcess();
    }

    /// <summary>Adds a whole polygon without holes.</summary>
    public void AddPolygon(IEnumerable<Spot> ring)
    {
        foreach (var spot in ring)
        {
            Add(spot);
        }

        CloseRing();
        EndFeature();
    }

    /// <summary>The shapes so far.</summary>
    public SourceShapes ToShapes(ShapeKind kind = ShapeKind.Polygon) => Join([this], kind);

    /// <summary>The shapes of all sinks, in their order; empties them, so that the city is not held twice.</summary>
    public static SourceShapes Join(IReadOnlyList<ShapeSink> sinks, ShapeKind kind)
    {
        var x = new double[sinks.Sum(sink => sink._x.Count)];
        var y = new double[x.Length];
        var rings = new int[1 + sinks.Sum(sink => sink._rings.Count - 1)];
        var holes = new bool[rings.Length - 1];
        var features = new int[1 + sinks.Sum(sink => sink.Count)];
        var (vertex, ring, feature) = (0, 0, 0);
        foreach (var sink in sinks)
        {
            Place(sink._x, Bend.EastMillimetres, x.AsSpan(vertex));
            Place(sink._y, Bend.NorthMillimetres, y.AsSpan(vertex));
            sink._holes.CopyTo(holes, ring);
            Shift(sink._features, ring, features.AsSpan(feature));
            Shift(sink._rings, vertex, rings.AsSpan(ring));
            vertex += sink._x.Count;
            ring += sink._rings.Count - 1;
            feature += sink.Count;
            sink.Release();
        }

        return new SourceShapes
        {
            Kind = kind,
            X = x,
            Y = y,
            RingStart = rings,
            FeatureStart = features,
            IsHole = holes.Contains(true) ? holes : [],
        };
    }

    private static void Place(List<int> places, long from, Span<double> into)
    {
        for (var v = 0; v < places.Count; v++)
        {
            into[v] = (from + places[v]) / Millimetres;
        }
    }

    private static void Shift(List<int> starts, int by, Span<int> into)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            into[i] = starts[i] + by;
        }
    }

    private void Release()
    {
        _x.Clear();
        _y.Clear();
        Trim();
    }
}
