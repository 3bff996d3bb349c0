namespace CityRenewal.Geo.Shapes;

/// <summary>
/// How far Chinese online maps show a place from where it is: GCJ-02, and BD-09 on top of it. By the formulas that circulate in
/// public; forward only, to recognise such coordinates and never to make survey data of them.
/// </summary>
public static class OnlineMapOffset
{
    private const double Axis = 6_378_245;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double Third = 2.0 / 3;

    /// <summary>Where the offset is applied, roughly: China and its neighbourhood.</summary>
    public static readonly LonLatBox Reach = new(72.004, 0.8293, 137.8347, 55.8271);

    /// <summary>Longitude and latitude that a map in GCJ-02 (火星坐标) shows for a place, degrees.</summary>
    public static (double Longitude, double Latitude) Gcj02(double longitude, double latitude)
    {
        if (!Reach.Contains(longitude, latitude))
        {
            return (longitude, latitude);
        }

        double x = longitude - 105, y = latitude - 35, sine = Math.Sin(double.DegreesToRadians(latitude));
        var w2 = 1 - (EccentricitySquared * sine * sine);
        var w = Math.Sqrt(w2);
        var east = East(x, y) * 180 / (Axis / w * Math.Cos(double.DegreesToRadians(latitude)) * Math.PI);
        var north = North(x, y) * 180 / (Axis * (1 - EccentricitySquared) / (w2 * w) * Math.PI);
        return (longitude + east, latitude + north);
    }

    /// <summary>Longitude and latitude that a map in BD-09 (百度坐标) shows for a place, degrees.</summary>
    public static (double Longitude, double Latitude) Bd09(double longitude, double latitude)
    {
        if (!Reach.Contains(longitude, latitude))
        {
            return (longitude, latitude);
        }

        var (x, y) = Gcj02(longitude, latitude);
        return Bd09OfGcj02(x, y);
    }

    /// <summary>What BD-09 adds to GCJ-02.</summary>
    internal static (double Longitude, double Latitude) Bd09OfGcj02(double x, double y)
    {
        const double Turn = Math.PI * 3000 / 180;
        var radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * Turn));
        var angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * Turn));
        return ((radius * Math.Cos(angle)) + 0.0065, (radius * Math.Sin(angle)) + 0.006);
    }

    // Both series begin alike in x.
    private static double Ripples(double x) => ((20 * Sine(6 * x)) + (20 * Sine(2 * x))) * Third;

    private static double North(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + Ripples(x)
        + (((20 * Sine(y)) + (40 * Sine(y / 3))) * Third) + (((160 * Sine(y / 12)) + (320 * Sine(y / 30))) * Third);

    private static double East(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x))) + Ripples(x)
        + (((20 * Sine(x)) + (40 * Sine(x / 3))) * Third) + (((150 * Sine(x / 12)) + (300 * Sine(x / 30))) * Third);

    private static double Sine(double halfTurns) => Math.Sin(halfTurns * Math.PI);
}
