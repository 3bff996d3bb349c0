using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Places along the borders of a layer at even distances, so that many vertices count no more than few.</summary>
internal static class BorderPlaces
{
    /// <summary>At most so many places; where there would be more, they are farther apart.</summary>
    public static List<(int X, int Y)> Along(PolygonColumns shapes, double every, int most)
    {
        double length = 0;
        ForEdges(shapes, (ax, ay, bx, by) => length += Math.Sqrt(((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay))));
        var step = Math.Max(every, length / most);
        var places = new List<(int, int)>();
        var left = step / 2;
        ForEdges(shapes, (ax, ay, bx, by) =>
        {
            double dx = bx - ax, dy = by - ay, edge = Math.Sqrt((dx * dx) + (dy * dy));
            for (; left <= edge && edge > 0; left += step)
            {
                places.Add(((int)Math.Round(ax + (dx * left / edge)), (int)Math.Round(ay + (dy * left / edge))));
            }

            left -= edge;
        });
        return places;
    }

    private static void ForEdges(PolygonColumns shapes, Action<double, double, double, double> act)
    {
        for (var ring = 0; ring + 1 < shapes.RingStart.Length; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                act(shapes.X[i - 1], shapes.Y[i - 1], shapes.X[i], shapes.Y[i]);
            }
        }
    }
}
