namespace CityRenewal.Geo.Shapes;

/// <summary>A straight line between two points of the grid; a point where both ends are the same.</summary>
internal readonly record struct GridSegment(double AX, double AY, double BX, double BY)
{
    /// <summary>Square of the least distance of two segments, square grid units; 0 where they meet.</summary>
    public double SquaredDistanceTo(in GridSegment other) => Crosses(other)
        ? 0
        : Math.Min(
            Math.Min(SquaredDistanceTo(other.AX, other.AY), SquaredDistanceTo(other.BX, other.BY)),
            Math.Min(other.SquaredDistanceTo(AX, AY), other.SquaredDistanceTo(BX, BY)));

    /// <summary>Square of the least distance to a box; 0 where they may meet.</summary>
    public double SquaredDistanceTo(in GridBox box)
    {
        var dx = Math.Max(0, Math.Max(box.MinX - Math.Max(AX, BX), Math.Min(AX, BX) - box.MaxX));
        var dy = Math.Max(0, Math.Max(box.MinY - Math.Max(AY, BY), Math.Min(AY, BY) - box.MaxY));
        return (dx * dx) + (dy * dy);
    }

    private double SquaredDistanceTo(double x, double y)
    {
        double dx = BX - AX, dy = BY - AY, length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp((((x - AX) * dx) + ((y - AY) * dy)) / length, 0, 1) : 0;
        double ex = AX + (along * dx) - x, ey = AY + (along * dy) - y;
        return (ex * ex) + (ey * ey);
    }

    // Only a crossing inside both: where they touch at an end, that end tells.
    private bool Crosses(in GridSegment other) =>
        Side(other.AX, other.AY) * Side(other.BX, other.BY) < 0 && other.Side(AX, AY) * other.Side(BX, BY) < 0;

    private double Side(double x, double y) => Math.Sign(((BX - AX) * (y - AY)) - ((BY - AY) * (x - AX)));
}
