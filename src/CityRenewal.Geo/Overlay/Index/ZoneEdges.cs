using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>The edges of a set of zones, and whose each is.</summary>
internal sealed class ZoneEdges
{
    private ZoneEdge[] _edges;
    private int[] _zones;

    private ZoneEdges(int count, int zones, GridBox extent)
    {
        _edges = new ZoneEdge[count];
        _zones = new int[count];
        ZoneCount = zones;
        Extent = extent;
    }

    /// <summary>Number of edges.</summary>
    public int Count { get; private set; }

    /// <summary>Number of zones in the set.</summary>
    public int ZoneCount { get; }

    /// <summary>The box around all edges.</summary>
    public GridBox Extent { get; }

    /// <summary>The edges.</summary>
    public ReadOnlySpan<ZoneEdge> Edges => _edges.AsSpan(0, Count);

    /// <summary>Position in the set of each edge's zone.</summary>
    public ReadOnlySpan<int> Zones => _zones.AsSpan(0, Count);

    /// <summary>The edges of the named features, those without length left out.</summary>
    public static ZoneEdges Of(PolygonColumns shapes, ReadOnlySpan<int> features)
    {
        var vertices = 0;
        var extent = GridBox.Empty;
        foreach (var feature in features)
        {
            vertices += shapes.VertexEnd(feature) - shapes.VertexStart(feature);
            extent = extent.With(shapes.BoxOf(feature));
        }

        var edges = new ZoneEdges(vertices, features.Length, extent);
        for (var zone = 0; zone < features.Length; zone++)
        {
            edges.Add(shapes, features[zone], zone);
        }

        return edges;
    }

    /// <summary>The edges of the union's outline: borders that two zones share are struck out.</summary>
    public ZoneEdges WithoutSharedBorders()
    {
        var isLeft = SharedBorders.LeftOf(Edges);
        var kept = 0;
        for (var edge = 0; edge < Count; edge++)
        {
            if (isLeft[edge])
            {
                (_edges[kept], _zones[kept]) = (_edges[edge], _zones[edge]);
                kept++;
            }
        }

        Count = kept;
        return this;
    }

    /// <summary>
    /// Renumbers the edges in the order in which the cells name them, so that edges of one place lie together in memory.
    /// </summary>
    public void Renumber(CellRows entries, CellRows steps)
    {
        var number = new int[Count];
        Array.Fill(number, -1);
        var edges = new ZoneEdge[Count];
        var zones = new int[Count];
        var next = 0;
        foreach (ref var edge in entries.Edge.AsSpan())
        {
            if (number[edge] < 0)
            {
                (edges[next], zones[next]) = (_edges[edge], _zones[edge]);
                number[edge] = next++;
            }

            edge = number[edge];
        }

        foreach (ref var edge in steps.Edge.AsSpan())
        {
            edge = number[edge];
        }

        (_edges, _zones) = (edges, zones);
    }

    private void Add(PolygonColumns shapes, int feature, int zone)
    {
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            var x = shapes.X.Slice(start, count);
            var y = shapes.Y.Slice(start, count);
            for (var i = 1; i < x.Length; i++)
            {
                if (x[i - 1] != x[i] || y[i - 1] != y[i])
                {
                    _edges[Count] = new ZoneEdge(x[i - 1], y[i - 1], x[i], y[i]);
                    _zones[Count++] = zone;
                }
            }
        }
    }
}
