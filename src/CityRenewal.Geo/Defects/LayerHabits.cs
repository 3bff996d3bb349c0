using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>What is usual in a layer, so that only what departs from it is named.</summary>
/// <param name="MetresPerX">Roughly how many metres one unit east is: good enough for thresholds, never for results.</param>
/// <param name="MetresPerY">The same for one unit north.</param>
/// <param name="ShellsAnticlockwise">
/// Direction of nearly all shells (Shapefiles run them clockwise, other formats anticlockwise); null where the layer has no habit.
/// </param>
internal readonly record struct LayerHabits(double MetresPerX, double MetresPerY, bool? ShellsAnticlockwise)
{
    private const double MetresPerDegree = 111_320;

    public static LayerHabits Of(SourceLayer layer)
    {
        var isGeographic = ReferenceSystems.TryFind(layer.Epsg, out var system) && system.IsGeographic;
        var east = isGeographic ? MetresPerDegree * Math.Cos(Math.Clamp(AnyLatitude(layer.Shapes), -89, 89) * Math.PI / 180) : 1;
        return new LayerHabits(east, isGeographic ? MetresPerDegree : 1, Direction(layer.Shapes));
    }

    private static bool? Direction(SourceShapes shapes)
    {
        int anticlockwise = Anticlockwise(shapes), clockwise = Shells(shapes) - anticlockwise;
        var exceptions = Math.Max(1, (anticlockwise + clockwise) / 20);
        return Math.Min(anticlockwise, clockwise) <= exceptions ? anticlockwise >= clockwise : null;
    }

    private static double AnyLatitude(SourceShapes shapes) => Array.Find(shapes.Y, double.IsFinite);

    private static int Shells(SourceShapes shapes) =>
        shapes.IsHole.Length == 0 ? shapes.RingStart.Length - 1 : shapes.IsHole.Count(hole => !hole);

    private static int Anticlockwise(SourceShapes shapes)
    {
        var count = 0;
        for (var ring = 0; ring < shapes.RingStart.Length - 1; ring++)
        {
            var isShell = shapes.IsHole.Length == 0 || !shapes.IsHole[ring];
            count += isShell && TwiceArea(shapes, ring) > 0 ? 1 : 0;
        }

        return count;
    }

    private static double TwiceArea(SourceShapes shapes, int ring)
    {
        double sum = 0;
        var start = shapes.RingStart[ring];
        for (var i = start + 1; i + 1 < shapes.RingStart[ring + 1]; i++)
        {
            sum += ((shapes.X[i] - shapes.X[start]) * (shapes.Y[i + 1] - shapes.Y[start]))
                - ((shapes.X[i + 1] - shapes.X[start]) * (shapes.Y[i] - shapes.Y[start]));
        }

        return sum;
    }
}
