namespace CityRenewal.Geo.Metrics;

/// <summary>A straight piece of a border that no planner chooses, grid units, and how far away an outline still runs along it.</summary>
internal readonly record struct GivenLine(double Ax, double Ay, double Bx, double By, double Reach)
{
    // Within 45 degrees of each other.
    private const double SameWay = 0.5;

    /// <summary>
    /// Whether a piece of outline at a point, with this direction and the area on its left, runs along the line: the line
    /// lies on the outer side, or less than <paramref name="inside"/> on the inner one.
    /// </summary>
    public bool IsBeside(double x, double y, (double X, double Y) direction, double inside)
    {
        var (dx, dy) = direction;
        double lineX = Bx - Ax, lineY = By - Ay;
        var squared = (lineX * lineX) + (lineY * lineY);
        var along = (dx * lineX) + (dy * lineY);
        if (along * along < SameWay * squared * ((dx * dx) + (dy * dy)))
        {
            return false;
        }

        var foot = squared > 0 ? Math.Clamp((((x - Ax) * lineX) + ((y - Ay) * lineY)) / squared, 0, 1) : 0;
        double offX = Ax + (foot * lineX) - x, offY = Ay + (foot * lineY) - y;
        var left = ((dx * offY) - (dy * offX)) / Math.Sqrt((dx * dx) + (dy * dy));
        return (offX * offX) + (offY * offY) <= Reach * Reach && left <= inside;
    }
}
