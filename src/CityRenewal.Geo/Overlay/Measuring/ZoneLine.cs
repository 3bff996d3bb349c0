namespace CityRenewal.Geo.Overlay;

/// <summary>The part of a zone's edge that matters to one polygon: above the lower line of its cells, left to right.</summary>
/// <param name="X0">West end, relative to the polygon's origin.</param>
/// <param name="Y0">Height at the west end.</param>
/// <param name="X1">East end.</param>
/// <param name="Slope">Rise per unit to the east.</param>
/// <param name="Sign">+1 where its zone lies above it, -1 where below.</param>
/// <param name="Zone">Position of the zone in its set.</param>
/// <param name="IsBelow">Whether all of it lies below the polygon's box.</param>
internal readonly record struct ZoneLine(double X0, double Y0, double X1, double Slope, int Sign, int Zone, bool IsBelow)
{
    /// <summary>Whether the line passes below the start of the polygon's box, just right of its west end.</summary>
    public bool IsUnderCorner(PolygonEdges polygon) => X0 <= polygon.MinX && polygon.MinX < X1;

    /// <summary>Cuts an edge at the lower line; false where nothing of it can matter to the polygon.</summary>
    public static bool TryOf(in ZoneEdge edge, int zone, PolygonEdges polygon, double lowerLine, out ZoneLine line)
    {
        double ax = (double)edge.Ax - polygon.OriginX, ay = (double)edge.Ay - polygon.OriginY;
        double bx = (double)edge.Bx - polygon.OriginX, by = (double)edge.By - polygon.OriginY;
        line = default;
        var sign = 1;
        if (ax > bx)
        {
            (ax, ay, bx, by) = (bx, by, ax, ay);
            sign = -1;
        }

        if (ax == bx || bx <= polygon.MinX || ax >= polygon.MaxX
            || Math.Max(ay, by) <= lowerLine || Math.Min(ay, by) >= polygon.MaxY)
        {
            return false;
        }

        var isBelow = Math.Max(ay, by) <= polygon.MinY;
        var slope = (by - ay) / (bx - ax);
        if (ay < lowerLine)
        {
            (ax, ay) = (CrossingOf(ax, ay, bx, by, lowerLine), lowerLine);
        }
        else if (by < lowerLine)
        {
            bx = CrossingOf(ax, ay, bx, by, lowerLine);
        }

        line = new ZoneLine(ax, ay, bx, slope, sign, zone, isBelow);
        return ax < bx;
    }

    /// <summary>Where an edge crosses the lower line, relative to the polygon's origin.</summary>
    public static double CrossingOf(in ZoneEdge edge, PolygonEdges polygon, double lowerLine)
    {
        double ax = (double)edge.Ax - polygon.OriginX, ay = (double)edge.Ay - polygon.OriginY;
        double bx = (double)edge.Bx - polygon.OriginX, by = (double)edge.By - polygon.OriginY;
        return ax <= bx ? CrossingOf(ax, ay, bx, by, lowerLine) : CrossingOf(bx, by, ax, ay, lowerLine);
    }

    private static double CrossingOf(double ax, double ay, double bx, double by, double lowerLine) =>
        ax + ((lowerLine - ay) / (by - ay) * (bx - ax));
}
