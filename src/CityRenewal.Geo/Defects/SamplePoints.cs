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
        var usable = Enumerable.Range(0, x.Length).Where(i => double.IsFinite(x[i] + y[i])).ToArray();
        if (usable.Length == 0)
        {
            return null;
        }

        var most = AreMiddles(layer) ? MostMiddles : MostVertices;
        double middleX = Median([.. usable.Select(i => x[i])]), middleY = Median([.. usable.Select(i => y[i])]);
        int[] near = [.. Nearest(usable, x, y, (layer.Epsg, middleX, middleY, most)).Append(-1)];
        double[] nearX = [.. near.Select(i => i < 0 ? middleX : x[i])], nearY = [.. near.Select(i => i < 0 ? middleY : y[i])];
        double[] longitude = new double[near.Length], latitude = new double[near.Length];
        LonLat.From(layer.Epsg).Of(nearX, nearY, longitude, latitude);
        return double.IsFinite(longitude[^1] + latitude[^1]) ? Around(longitude, latitude, most) : null;
    }

    // In the layer's own coordinates: only what may be among the nearest is worth a transform.
    private static IEnumerable<int> Nearest(int[] usable, double[] x, double[] y, (int Epsg, double X, double Y, int Most) wanted)
    {
        var (perX, perY) = ReferenceSystems.Find(wanted.Epsg).IsGeographic ? LocalMetres.At(Math.Clamp(wanted.Y, -89, 89)) : (1, 1);
        double Squared(int i) => Square((x[i] - wanted.X) * perX) + Square((y[i] - wanted.Y) * perY);

        // A vertex of two shapes comes twice, or thrice: four times as many as are wanted are enough to sort.
        double[] distances = [.. usable.Select(Squared)];
        var reach = Ranks.Place(distances, Math.Min(4 * wanted.Most, distances.Length - 1));
        return usable.Where(i => Squared(i) <= reach);
    }

    // The middle is the last of them.
    private static SamplePoints Around(double[] longitude, double[] latitude, int most)
    {
        var (perLongitude, perLatitude) = LocalMetres.At(latitude[^1]);
        var nearest = Enumerable.Range(0, longitude.Length - 1).Where(i => double.IsFinite(longitude[i] + latitude[i]))
            .Select(i => (X: (longitude[i] - longitude[^1]) * perLongitude, Y: (latitude[i] - latitude[^1]) * perLatitude))
            .Distinct().OrderBy(point => Square(point.X) + Square(point.Y)).ThenBy(point => point.X).ThenBy(point => point.Y)
            .Take(most).ToArray();
        return new SamplePoints(longitude[^1], latitude[^1], [.. nearest.Select(point => point.X)], [.. nearest.Select(point => point.Y)]);
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

    private static double Square(double value) => value * value;

    private static double Median(double[] values) => Ranks.Place(values, values.Length / 2);
}
