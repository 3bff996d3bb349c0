using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The edges of one polygon, or of a piece cut from one, as columns of numbers relative to its corner. Each runs left to
/// right; vertical ones are left out, as no area lies under them. Reused from feature to feature.
/// </summary>
internal sealed class PolygonEdges
{
    /// <summary>East of the origin, grid units; whole.</summary>
    public int OriginX { get; set; }

    /// <summary>North of the origin, grid units; whole.</summary>
    public int OriginY { get; set; }

    /// <summary>West end of the piece.</summary>
    public double MinX { get; set; }

    /// <summary>South end of the piece.</summary>
    public double MinY { get; set; }

    /// <summary>East end of the piece.</summary>
    public double MaxX { get; set; }

    /// <summary>North end of the piece.</summary>
    public double MaxY { get; set; }

    /// <summary>Number of edges; the columns may be longer, and up to a multiple of four are empty edges.</summary>
    public int Count { get; private set; }

    /// <summary>West end of each edge.</summary>
    public double[] X0 { get; private set; } = new double[64];

    /// <summary>Height at the west end.</summary>
    public double[] Y0 { get; private set; } = new double[64];

    /// <summary>East end of each edge.</summary>
    public double[] X1 { get; private set; } = new double[64];

    /// <summary>Height at the east end.</summary>
    public double[] Y1 { get; private set; } = new double[64];

    /// <summary>Rise per unit to the east.</summary>
    public double[] Slope { get; private set; } = new double[64];

    /// <summary>+1 where the polygon lies below the edge, -1 where it lies above.</summary>
    public double[] Sign { get; private set; } = new double[64];

    /// <summary>Takes the edges of a feature after <see cref="Frame"/> has taken its box.</summary>
    public void Load(PolygonColumns shapes, int feature)
    {
        var x = shapes.X;
        var y = shapes.Y;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            for (var i = start + 1; i < end; i++)
            {
                AddDirected(
                    (long)x[i - 1] - OriginX, (long)y[i - 1] - OriginY, (long)x[i] - OriginX, (long)y[i] - OriginY);
            }
        }

        Seal();
    }

    /// <summary>Empties the list; the lower left corner of a feature's box becomes the origin.</summary>
    public void Frame(in GridBox box)
    {
        Count = 0;
        (OriginX, OriginY) = (box.MinX, box.MinY);
        (MinX, MinY, MaxX, MaxY) = (0, 0, (double)box.MaxX - box.MinX, (double)box.MaxY - box.MinY);
    }

    /// <summary>Adds an edge that runs left to right.</summary>
    public void Add(double x0, double y0, double x1, double y1, double sign)
    {
        if (x0 >= x1)
        {
            return;
        }

        if (Count + 4 >= X0.Length)
        {
            Grow();
        }

        (X0[Count], Y0[Count], X1[Count], Y1[Count]) = (x0, y0, x1, y1);
        Slope[Count] = (y1 - y0) / (x1 - x0);
        Sign[Count++] = sign;
    }

    /// <summary>Fills up to a multiple of four with edges that span nothing.</summary>
    public void Seal()
    {
        for (var i = Count; i % 4 != 0; i++)
        {
            (X0[i], Y0[i], X1[i], Y1[i], Slope[i], Sign[i]) = (0, 0, -1, 0, 0, 0);
        }
    }

    /// <summary>Area under the edges: that of the piece, square grid units.</summary>
    public double AreaOfPiece()
    {
        double area = 0;
        for (var i = 0; i < Count; i++)
        {
            area += Sign[i] * 0.5 * (Y0[i] + Y1[i] - (2 * MinY)) * (X1[i] - X0[i]);
        }

        return area;
    }

    /// <summary>The smallest box of whole units around the piece.</summary>
    public GridBox Reach => new(
        (int)(OriginX + (long)Math.Floor(MinX)),
        (int)(OriginY + (long)Math.Floor(MinY)),
        (int)(OriginX + (long)Math.Ceiling(MaxX)),
        (int)(OriginY + (long)Math.Ceiling(MaxY)));

    /// <summary>The grid units that the piece touches.</summary>
    public GridBox BoxOfPiece() => new(
        (int)(OriginX + (long)Math.Ceiling(MinX)),
        (int)(OriginY + (long)Math.Ceiling(MinY)),
        (int)(OriginX + (long)Math.Floor(MaxX)),
        (int)(OriginY + (long)Math.Floor(MaxY)));

    // Going left to right the polygon lies above (left); going right to left, below.
    private void AddDirected(double ax, double ay, double bx, double by)
    {
        if (ax < bx)
        {
            Add(ax, ay, bx, by, -1);
        }
        else
        {
            Add(bx, by, ax, ay, 1);
        }
    }

    private void Grow()
    {
        var length = X0.Length * 2;
        (X0, Y0, X1) = (Longer(X0, length), Longer(Y0, length), Longer(X1, length));
        (Y1, Slope, Sign) = (Longer(Y1, length), Longer(Slope, length), Longer(Sign, length));
    }

    private static double[] Longer(double[] values, int length)
    {
        Array.Resize(ref values, length);
        return values;
    }
}
