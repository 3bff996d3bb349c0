using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// Where a layer lies: the box of its features without the few that lie far from all others, so that one feature with
/// swapped axes does not stretch it over half the earth.
/// </summary>
public static class LayerExtent
{
    /// <summary>The box in degrees; null where the layer has no vertex in the reach of its system.</summary>
    public static LonLatBox? Of(SourceShapes shapes, LonLat system) => InItsOwn(shapes) is { } box ? Of(box, system) : null;

    /// <summary>A box of a system's coordinates in degrees; null where it is out of the reach of the system.</summary>
    public static LonLatBox? Of(LonLatBox box, LonLat system)
    {
        double middleX = (box.MinLon + box.MaxLon) / 2, middleY = (box.MinLat + box.MaxLat) / 2;
        double[] borderX = [box.MinLon, middleX, box.MaxLon, box.MinLon, box.MaxLon, box.MinLon, middleX, box.MaxLon];
        double[] borderY = [box.MinLat, box.MinLat, box.MinLat, middleY, middleY, box.MaxLat, box.MaxLat, box.MaxLat];
        double[] longitude = new double[borderX.Length], latitude = new double[borderX.Length];
        system.Of(borderX, borderY, longitude, latitude);
        return longitude.Concat(latitude).All(double.IsFinite)
            ? new LonLatBox(longitude.Min(), latitude.Min(), longitude.Max(), latitude.Max())
            : null;
    }

    /// <summary>The box in the layer's own coordinates; null where no vertex is finite.</summary>
    public static LonLatBox? InItsOwn(SourceShapes shapes)
    {
        double[] x = new double[shapes.Count], y = new double[shapes.Count];
        var count = 0;
        for (var row = 0; row < shapes.Count; row++)
        {
            if (FirstVertex(shapes, row) is var first and >= 0)
            {
                (x[count], y[count++]) = (shapes.X[first], shapes.Y[first]);
            }
        }

        return count == 0 ? null : Around(shapes, Near(x.AsSpan(0, count)), Near(y.AsSpan(0, count)));
    }

    private static int FirstVertex(SourceShapes shapes, int row)
    {
        int vertex = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
        return vertex < end && double.IsFinite(shapes.X[vertex] + shapes.Y[vertex]) ? vertex : -1;
    }

    // Beyond five times the width of the middle half, features do not count.
    private static (double Min, double Max) Near(Span<double> values)
    {
        int lower = values.Length / 4, upper = (values.Length - 1) * 3 / 4;
        double low = Ranks.Place(values, lower), high = Ranks.Place(values, upper), reach = 5 * (high - low);
        return (low - reach, high + reach);
    }

    private static LonLatBox? Around(SourceShapes shapes, (double Min, double Max) nearX, (double Min, double Max) nearY)
    {
        var near = new LonLatBox(nearX.Min, nearY.Min, nearX.Max, nearY.Max);
        double minX = double.MaxValue, minY = double.MaxValue, maxX = double.MinValue, maxY = double.MinValue;
        var isEmpty = true;
        for (var row = 0; row < shapes.Count; row++)
        {
            var first = FirstVertex(shapes, row);
            if (first < 0 || !near.Contains(shapes.X[first], shapes.Y[first]))
            {
                continue;
            }

            isEmpty = false;
            for (var i = first; i < shapes.RingStart[shapes.FeatureStart[row + 1]]; i++)
            {
                var (x, y) = (shapes.X[i], shapes.Y[i]);
                if (double.IsFinite(x + y))
                {
                    (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                    (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
                }
            }
        }

        return isEmpty ? null : new LonLatBox(minX, minY, maxX, maxY);
    }
}
