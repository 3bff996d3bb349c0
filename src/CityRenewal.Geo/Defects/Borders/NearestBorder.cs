using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>The nearest point on the borders of a few features, in grid units. One per thread.</summary>
internal struct NearestBorder(PolygonColumns shapes)
{
    /// <summary>Square of the distance to the nearest border.</summary>
    public double Square { get; private set; } = double.PositiveInfinity;

    /// <summary>The feature whose border that is; -1 for none.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Square of the distance to the nearest vertex.</summary>
    public double VertexSquare { get; private set; } = double.PositiveInfinity;

    /// <summary>From the point to the nearest vertex.</summary>
    public (long X, long Y) ToVertex { get; private set; }

    /// <summary>Compares a point with the border of a feature.</summary>
    public void Look(int row, int x, int y)
    {
        var featureEnd = shapes.FeatureStart[row + 1];
        for (var ring = shapes.FeatureStart[row]; ring < featureEnd; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            double ax = shapes.X[start] - (double)x, ay = shapes.Y[start] - (double)y;
            for (var i = start + 1; i < end; i++)
            {
                double bx = shapes.X[i] - (double)x, by = shapes.Y[i] - (double)y;
                Take(row, ax, ay, bx, by);
                (ax, ay) = (bx, by);
            }
        }
    }

    /// <summary>Whether a point lies inside a feature.</summary>
    public static bool IsInside(PolygonColumns shapes, int row, int x, int y)
    {
        var inside = false;
        var featureEnd = shapes.FeatureStart[row + 1];
        for (var ring = shapes.FeatureStart[row]; ring < featureEnd; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                long ay = shapes.Y[i - 1], by = shapes.Y[i];
                if ((ay > y) != (by > y))
                {
                    double side = ((shapes.X[i] - (double)shapes.X[i - 1]) * (y - ay)) - ((x - (double)shapes.X[i - 1]) * (by - ay));
                    inside ^= side > 0 == by > ay;
                }
            }
        }

        return inside;
    }

    private void Take(int row, double ax, double ay, double bx, double by)
    {
        var vertex = (bx * bx) + (by * by);
        if (vertex < VertexSquare)
        {
            VertexSquare = vertex;
            ToVertex = ((long)bx, (long)by);
        }

        double dx = bx - ax, dy = by - ay, along = -((ax * dx) + (ay * dy)), length = (dx * dx) + (dy * dy);
        var cross = (ax * dy) - (ay * dx);
        var square = along <= 0 || length == 0 ? (ax * ax) + (ay * ay) : along >= length ? vertex : cross * cross / length;
        if (square < Square || (square == Square && row < Row))
        {
            (Square, Row) = (square, row);
        }
    }
}
