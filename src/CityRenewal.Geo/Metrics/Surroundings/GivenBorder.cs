using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Given border (既定边界长度), metres: how much of an outline runs along water, a river, a railway or the UDB. Read off pieces of
/// at most two metres; the interval says how much the ends of each stretch may be off.
/// </summary>
public static class GivenBorder
{
    private const double PieceM = 2;

    /// <summary>The length; unknown where the surroundings were not computed.</summary>
    public static Measured Of(AreaStock stock, Surroundings? around)
    {
        if (around is null)
        {
            return Measured.Unknown(Surroundings.NotComputed);
        }

        var plane = stock.City.Plane;
        double length = 0, error = 0;
        var outline = stock.Land.Outline;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            bool? wasGiven = null;
            for (var i = outline.RingStart[ring] + 1; i < outline.RingStart[ring + 1]; i++)
            {
                Along(outline, i, plane.UnitsPerMetre, (x, y, dx, dy, metres) =>
                {
                    var isGiven = around.Given.AreBeside(x, y, dx, dy);
                    length += isGiven ? metres : 0;
                    error += wasGiven is { } before && before != isGiven ? metres : 0;
                    wasGiven = isGiven;
                });
            }
        }

        return Measured.Between(Math.Max(0, length - error), length, Math.Min(stock.Outline.Perimeter, length + error));
    }

    private static void Along(
        PolygonColumns outline, int end, double unitsPerMetre, Action<double, double, double, double, double> visit)
    {
        double fromX = outline.X[end - 1], fromY = outline.Y[end - 1];
        double dx = outline.X[end] - fromX, dy = outline.Y[end] - fromY;
        var metres = Math.Sqrt((dx * dx) + (dy * dy)) / unitsPerMetre;
        var pieces = (int)Math.Ceiling(metres / PieceM);
        for (var piece = 0; piece < pieces; piece++)
        {
            var middle = (piece + 0.5) / pieces;
            visit(fromX + (middle * dx), fromY + (middle * dy), dx, dy, metres / pieces);
        }
    }
}
