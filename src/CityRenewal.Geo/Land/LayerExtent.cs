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
        var firsts = Enumerable.Range(0, shapes.Count).Select(row => FirstVertex(shapes, row)).Where(vertex => vertex >= 0).ToArray();
        if (firsts.Length == 0)
        {
            return null;
        }

        var (minX, maxX) = Near([.. firsts.Select(vertex => shapes.X[vertex])]);
        var (minY, maxY) = Near([.. firsts.Select(vertex => shapes.Y[vertex])]);
        var near = new LonLatBox(minX, minY, maxX, maxY);
        LonLatBox? extent = null;
        for (var row = 0; row < shapes.Count; row++)
        {
            var first = FirstVertex(shapes, row);
            if (first >= 0 && near.Contains(shapes.X[first], shapes.Y[first]))
            {
                extent = Around(extent, shapes, row);
            }
        }

        return extent;
    }

    private static int FirstVertex(SourceShapes shapes, int row)
    {
        int vertex = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
        return vertex < end && double.IsFinite(shapes.X[vertex] + shapes.Y[vertex]) ? vertex : -1;
    }

    // Beyond five times the width of the middle half, features do not count.
    private static (double Min, double Max) Near(double[] values)
    {
        double low = OrderStatistic.Of(values, values.Length / 4);
        double high = OrderStatistic.Of(values, (int)((values.Length - 1) * 3L / 4)), reach = 5 * (high - low);
        return (low - reach, high + reach);
    }

    private static LonLatBox? Around(LonLatBox? before, SourceShapes shapes, int row)
    {
        var box = before ?? new LonLatBox(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        var (minX, minY, maxX, maxY) = (box.MinLon, box.MinLat, box.MaxLon, box.MaxLat);
        for (var i = shapes.RingStart[shapes.FeatureStart[row]]; i < shapes.RingStart[shapes.FeatureStart[row + 1]]; i++)
        {
            if (double.IsFinite(shapes.X[i] + shapes.Y[i]))
            {
                (minX, maxX) = (Math.Min(minX, shapes.X[i]), Math.Max(maxX, shapes.X[i]));
                (minY, maxY) = (Math.Min(minY, shapes.Y[i]), Math.Max(maxY, shapes.Y[i]));
            }
        }

        return new LonLatBox(minX, minY, maxX, maxY);
    }
}
