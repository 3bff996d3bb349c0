using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Some thousand points of a layer around its middle, in metres from there. The same points whatever the order of rows.</summary>
internal sealed class SamplePoints
{
    private const int MostMiddles = 2000;
    private const int MostVertices = 1000;

    private SamplePoints(double longitude, double latitude, double[] x, double[] y)
    {
        (Longitude, Latitude, X, Y) = (longitude, latitude, x, y);
    }

    /// <summary>The middle, degrees.</summary>
    public double Longitude { get; }

    /// <summary>The middle, degrees.</summary>
    public double Latitude { get; }

    /// <summary>Metres east of the middle.</summary>
    public double[] X { get; }

    /// <summary>Metres north of the middle.</summary>
    public double[] Y { get; }

    public int Count => X.Length;

    /// <summary>Whether a layer is sampled by the middles of its features: small things that stand on land.</summary>
    public static bool AreMiddles(SourceLayer layer) => layer.Name is LayerNames.Buildings or LayerNames.ProtectedItems;

    /// <summary>The points; null where the layer has none.</summary>
    public static SamplePoints? Of(SourceLayer layer)
    {
        var (x, y) = AreMiddles(layer) ? Middles(layer.Shapes) : (layer.Shapes.X, layer.Shapes.Y);
        double[] longitude = new double[x.Length], latitude = new double[x.Length];
        LonLat.From(layer.Epsg).Of(x, y, longitude, latitude);
        var usable = Enumerable.Range(0, x.Length).Where(i => double.IsFinite(longitude[i] + latitude[i])).ToArray();
        if (usable.Length == 0)
        {
            return null;
        }

        var middle = (Longitude: Median([.. usable.Select(i => longitude[i])]), Latitude: Median([.. usable.Select(i => latitude[i])]));
        var (perLongitude, perLatitude) = LocalMetres.At(middle.Latitude);
        var most = AreMiddles(layer) ? MostMiddles : MostVertices;
        var near = usable.Select(i => (X: (longitude[i] - middle.Longitude) * perLongitude, Y: (latitude[i] - middle.Latitude) * perLatitude)).ToArray();

        // A vertex of two shapes comes twice, or thrice: four times as many as are wanted are enough to sort.
        var reach = NthSmallest([.. near.Select(Squared)], 4 * most);
        var nearest = near.Where(point => Squared(point) <= reach).Distinct().OrderBy(Squared).ThenBy(point => point.X).ThenBy(point => point.Y)
            .Take(most).ToArray();
        return new SamplePoints(middle.Longitude, middle.Latitude, [.. nearest.Select(point => point.X)], [.. nearest.Select(point => point.Y)]);
    }

    private static (double[] X, double[] Y) Middles(SourceShapes shapes)
    {
        double[] x = new double[shapes.Count], y = new double[shapes.Count];
        for (var row = 0; row < shapes.Count; row++)
        {
            var box = RowBox.Of(shapes, row);
            (x[row], y[row]) = box.IsUsable ? ((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2) : (double.NaN, double.NaN);
        }

        return (x, y);
    }

    private static double Squared((double X, double Y) point) => (point.X * point.X) + (point.Y * point.Y);

    private static double NthSmallest(double[] values, int n)
    {
        Array.Sort(values);
        return values[Math.Min(n, values.Length - 1)];
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
