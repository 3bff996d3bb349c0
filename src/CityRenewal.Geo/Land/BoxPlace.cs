using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>Where one box lies as seen from another: how far, in which direction, and how much of it lies on the other.</summary>
/// <param name="Gap">Metres between the borders; 0 where they meet.</param>
/// <param name="Distance">Metres between the middles.</param>
/// <param name="Bearing">Direction from the other's middle, one of eight in 0..7 from north by east.</param>
/// <param name="Overlap">Share of the smaller of the two that lies on the other, in [0, 1].</param>
public readonly record struct BoxPlace(double Gap, double Distance, int Bearing, double Overlap)
{
    private const double MetresPerDegree = 111_195;

    private static readonly (string English, string Chinese)[] Directions =
    [
        ("north", "北"), ("northeast", "东北"), ("east", "东"), ("southeast", "东南"),
        ("south", "南"), ("southwest", "西南"), ("west", "西"), ("northwest", "西北"),
    ];

    /// <summary>The direction in English.</summary>
    public string Direction => Directions[Bearing].English;

    /// <summary>The direction in Chinese.</summary>
    public string ChineseDirection => Directions[Bearing].Chinese;

    /// <summary>Where a box lies as seen from another.</summary>
    public static BoxPlace Of(LonLatBox box, LonLatBox other)
    {
        var cosine = Math.Cos(double.DegreesToRadians((box.MinLat + box.MaxLat + other.MinLat + other.MaxLat) / 4));
        double east = Middle(box.MinLon, box.MaxLon) - Middle(other.MinLon, other.MaxLon), north = Middle(box.MinLat, box.MaxLat) - Middle(other.MinLat, other.MaxLat);
        var (gapX, gapY) = (Between(box.MinLon, box.MaxLon, other.MinLon, other.MaxLon), Between(box.MinLat, box.MaxLat, other.MinLat, other.MaxLat));
        var bearing = Math.Atan2(east * cosine, north) / (Math.PI / 4);
        return new BoxPlace(
            Math.Sqrt(Squared(gapX * cosine) + Squared(gapY)) * MetresPerDegree,
            Math.Sqrt(Squared(east * cosine) + Squared(north)) * MetresPerDegree,
            ((int)Math.Round(bearing) + 8) % 8,
            Shared(box.MinLon, box.MaxLon, other.MinLon, other.MaxLon) * Shared(box.MinLat, box.MaxLat, other.MinLat, other.MaxLat));
    }

    /// <summary>The diagonal of a box, metres.</summary>
    public static double Diagonal(LonLatBox box) => MetresPerDegree * Math.Sqrt(
        Squared((box.MaxLon - box.MinLon) * Math.Cos(double.DegreesToRadians((box.MinLat + box.MaxLat) / 2))) + Squared(box.MaxLat - box.MinLat));

    /// <summary>A distance as people say it: 289 km, 1.2 km, 350 m.</summary>
    public static string Say(double metres) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(metres >= 9950 ? $"{metres / 1000:0} km" : metres >= 995 ? $"{metres / 1000:0.0} km" : $"{Math.Round(metres / 10) * 10:0} m")}");

    private static double Middle(double low, double high) => (low + high) / 2;

    private static double Between(double low, double high, double otherLow, double otherHigh) =>
        Math.Max(0, Math.Max(otherLow - high, low - otherHigh));

    private static double Shared(double low, double high, double otherLow, double otherHigh)
    {
        var shared = Math.Min(high, otherHigh) - Math.Max(low, otherLow);
        var smaller = Math.Min(high - low, otherHigh - otherLow);
        return shared < 0 ? 0 : smaller <= 0 ? 1 : shared / smaller;
    }

    private static double Squared(double value) => value * value;
}
