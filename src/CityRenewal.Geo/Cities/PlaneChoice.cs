using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Chooses the working plane of a new city from where its parcels and buildings lie, or all layers where it has neither.
/// Features far away (swapped axes, degrees among metres) do not move it: beyond five times the width of the middle half
/// of a layer, features do not count.
/// </summary>
public static class PlaneChoice
{
    /// <summary>The plane for these layers.</summary>
    /// <exception cref="UnusableLayersException">No finite coordinate, or layers that no city can be made of.</exception>
    public static WorkingPlane For(IReadOnlyList<SourceLayer> layers)
    {
        var isLocal = layers.Count > 0 && layers.All(layer => layer.Epsg == ReferenceSystems.Local);
        LayerProblems.ThrowIfUnusable(layers, isLocal);
        var deciding = layers.Where(layer => layer.Name is LayerNames.Parcels or LayerNames.Buildings).ToList();
        var extent = ExtentOf(deciding) ?? ExtentOf(layers) ?? throw new UnusableLayersException(
            ["The layers hold no finite coordinate at all, so there is no place for a city. Check the files that were read."]);
        try
        {
            return isLocal
                ? WorkingPlanes.ForLocal(extent.MinLon, extent.MinLat, extent.MaxLon, extent.MaxLat)
                : WorkingPlanes.For(extent.MinLon, extent.MinLat, extent.MaxLon, extent.MaxLat);
        }
        catch (ArgumentException fault)
        {
            throw new UnusableLayersException([fault.Message]);
        }
    }

    private static LonLatBox? ExtentOf(IEnumerable<SourceLayer> layers)
    {
        LonLatBox? extent = null;
        foreach (var layer in layers)
        {
            if (ExtentOf(layer) is { } box)
            {
                extent = extent is { } before ? Around(before, box) : box;
            }
        }

        return extent;
    }

    /// <summary>Where most of a layer lies, in degrees, or in metres of a local system; null where it has no finite coordinate.</summary>
    internal static LonLatBox? ExtentOf(SourceLayer layer)
    {
        var (x, y) = FirstVertices(layer.Shapes);
        if (x.Length == 0)
        {
            return null;
        }

        var ((minX, maxX), (minY, maxY)) = (Reach(x), Reach(y));
        if (layer.Epsg == ReferenceSystems.Local)
        {
            return new LonLatBox(minX, minY, maxX, maxY);
        }

        double middleX = (minX + maxX) / 2, middleY = (minY + maxY) / 2;
        double[] borderX = [minX, middleX, maxX, minX, maxX, minX, middleX, maxX];
        double[] borderY = [minY, minY, minY, middleY, middleY, maxY, maxY, maxY];
        double[] longitude = new double[borderX.Length], latitude = new double[borderX.Length];
        LonLat.From(layer.Epsg).Of(borderX, borderY, longitude, latitude);
        return longitude.Concat(latitude).All(double.IsFinite)
            ? new LonLatBox(longitude.Min(), latitude.Min(), longitude.Max(), latitude.Max())
            : null;
    }

    /// <summary>First vertex of every feature that has a finite one.</summary>
    private static (double[] X, double[] Y) FirstVertices(SourceShapes shapes)
    {
        double[] x = new double[shapes.Count], y = new double[shapes.Count];
        var count = 0;
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            int vertex = shapes.RingStart[shapes.FeatureStart[feature]], end = shapes.RingStart[shapes.FeatureStart[feature + 1]];
            if (vertex < end && double.IsFinite(shapes.X[vertex]) && double.IsFinite(shapes.Y[vertex]))
            {
                x[count] = shapes.X[vertex];
                y[count++] = shapes.Y[vertex];
            }
        }

        return (x[..count], y[..count]);
    }

    /// <summary>The least and greatest of the values that lie near the middle half.</summary>
    private static (double Min, double Max) Reach(double[] values)
    {
        int lower = values.Length / 4, upper = (values.Length - 1) * 3 / 4;
        double low = Ranks.Place(values, lower), high = Ranks.Place(values, upper), reach = 5 * (high - low);
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var value in values)
        {
            min = value >= low - reach ? Math.Min(min, value) : min;
            max = value <= high + reach ? Math.Max(max, value) : max;
        }

        return (min, max);
    }

    private static LonLatBox Around(LonLatBox a, LonLatBox b) => new(
        Math.Min(a.MinLon, b.MinLon), Math.Min(a.MinLat, b.MinLat), Math.Max(a.MaxLon, b.MaxLon), Math.Max(a.MaxLat, b.MaxLat));
}
