using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>The edges of a set of zones, zone by zone, with the zone on the left of each.</summary>
internal sealed class ZoneEdges
{
    private ZoneEdges(int count)
    {
        Ax = new int[count];
        Ay = new int[count];
        Bx = new int[count];
        By = new int[count];
        Zone = new int[count];
    }

    /// <summary>Number of edges; the columns may be longer.</summary>
    public int Count { get; private set; }

    /// <summary>Number of zones in the set.</summary>
    public int ZoneCount { get; private init; }

    /// <summary>The box around all edges.</summary>
    public GridBox Extent { get; private init; }

    /// <summary>East of the start.</summary>
    public int[] Ax { get; }

    /// <summary>North of the start.</summary>
    public int[] Ay { get; }

    /// <summary>East of the end.</summary>
    public int[] Bx { get; }

    /// <summary>North of the end.</summary>
    public int[] By { get; }

    /// <summary>Position of the zone in the set.</summary>
    public int[] Zone { get; }

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

        var edges = new ZoneEdges(vertices) { ZoneCount = features.Length, Extent = extent };
        for (var zone = 0; zone < features.Length; zone++)
        {
            edges.Add(shapes, features[zone], zone);
        }

        return edges;
    }

    /// <summary>The edges of the union's outline: borders that two zones share are struck out.</summary>
    public ZoneEdges WithoutSharedBorders()
    {
        var isLeft = SharedBorders.LeftOf(this);
        var kept = 0;
        for (var edge = 0; edge < Count; edge++)
        {
            if (isLeft[edge])
            {
                (Ax[kept], Ay[kept], Bx[kept], By[kept]) = (Ax[edge], Ay[edge], Bx[edge], By[edge]);
                Zone[kept++] = Zone[edge];
            }
        }

        Count = kept;
        return this;
    }

    private void Add(PolygonColumns shapes, int feature, int zone)
    {
        var x = shapes.X;
        var y = shapes.Y;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                if (x[i - 1] == x[i] && y[i - 1] == y[i])
                {
                    continue;
                }

                Ax[Count] = x[i - 1];
                Ay[Count] = y[i - 1];
                Bx[Count] = x[i];
                By[Count] = y[i];
                Zone[Count++] = zone;
            }
        }
    }
}
