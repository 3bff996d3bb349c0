using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>
/// The table of boundary points (界址点坐标成果表): every ring begins at its north-westernmost point, runs clockwise (a hole
/// too) and is closed; the numbers go on from ring to ring.
/// </summary>
public static class BoundaryPointTable
{
    /// <summary>The points of an outline.</summary>
    /// <param name="outline">One feature on the city's grid.</param>
    /// <param name="system">Where the points are written.</param>
    public static IReadOnlyList<BoundaryPoint> Of(PolygonColumns outline, SurveySystem system)
    {
        var points = new List<BoundaryPoint>();
        var number = 1;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            number = Add(points, outline, (ring, system), number);
        }

        return points;
    }

    /// <summary>What the system is called, in both languages.</summary>
    public static string NameOf(SurveySystem system) => system.System is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Name} (EPSG:{known.Epsg}){Prefix(known)}")
        : "本地坐标系（未与国家坐标系联测） declared local metric system";

    private static string Prefix(ReferenceSystem system) => system.FalseEasting >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"，y 含带号 {(int)(system.FalseEasting / 1_000_000)} zone number before y")
        : "，y 不含带号 no zone number before y";

    private static int Add(List<BoundaryPoint> points, PolygonColumns outline, (int Ring, SurveySystem System) to, int number)
    {
        int start = outline.RingStart[to.Ring], count = outline.RingStart[to.Ring + 1] - 1 - start;
        if (count < 3)
        {
            return number;
        }

        var isHole = outline.TwiceAreaOfRing(to.Ring) < 0;
        var places = new (double North, double East)[count];
        for (var i = 0; i < count; i++)
        {
            // Shells run anticlockwise on the grid, holes clockwise: both are told clockwise.
            var vertex = start + (isHole ? i : count - 1 - i);
            var (north, east) = to.System.At(outline.X[vertex], outline.Y[vertex]);
            places[i] = (Math.Round(north, 3), Math.Round(east, 3));
        }

        var first = Array.IndexOf(places, places.OrderByDescending(place => place.North - place.East).ThenByDescending(place => place.North).First());
        for (var i = 0; i <= count; i++)
        {
            var place = places[(first + i) % count];
            points.Add(new BoundaryPoint(
                string.Create(CultureInfo.InvariantCulture, $"J{number + (i % count)}"), to.Ring + 1, isHole, place.North, place.East,
                i == 0 ? null : Distance(places[(first + i - 1) % count], place)));
        }

        return number + count;
    }

    private static double Distance((double North, double East) one, (double North, double East) other) =>
        Math.Sqrt(((one.North - other.North) * (one.North - other.North)) + ((one.East - other.East) * (one.East - other.East)));
}
