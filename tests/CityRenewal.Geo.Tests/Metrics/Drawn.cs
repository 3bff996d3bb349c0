using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>Outlines drawn in metres for tests, on the 0.1 mm grid around Chongqing.</summary>
internal static partial class Drawn
{
    public static readonly WorkingPlane Plane = new(106.55, 29.56, 29.3, 29.8);

    /// <summary>The measures that are 1 for a circle and in (0, 1] for ordinary outlines.</summary>
    public static readonly ShapeMeasure[] OneForACircle =
    [
        ShapeMeasure.PolsbyPopper, ShapeMeasure.Schwartzberg, ShapeMeasure.Reock, ShapeMeasure.ConvexHullRatio,
        ShapeMeasure.MomentOfInertia, ShapeMeasure.Exchange, ShapeMeasure.Proximity, ShapeMeasure.Spin,
        ShapeMeasure.Dispersion, ShapeMeasure.LongestChord, ShapeMeasure.Detour, ShapeMeasure.PerimeterIndex,
        ShapeMeasure.LengthWidth, ShapeMeasure.Cohesion, ShapeMeasure.Depth, ShapeMeasure.Girth, ShapeMeasure.Traversal,
    ];

    public static Outline Rectangle(double width, double depth) =>
        Of([(0, 0), (width, 0), (width, depth), (0, depth)]);

    public static Outline Square(double side) => Rectangle(side, side);

    public static Outline Polygon(int corners, double radius, double turn = 0) =>
        Of(Corners(corners, radius, turn));

    public static (double X, double Y)[] Corners(int corners, double radius, double turn = 0) =>
    [
        .. Enumerable.Range(0, corners).Select(i => 2 * Math.PI * i / corners)
            .Select(angle => (radius * Math.Cos(angle + turn), radius * Math.Sin(angle + turn))),
    ];

    public static Outline Of(params (double X, double Y)[][] shells) => new(Columns(shells), 0, Plane);

    public static Outline WithHole((double X, double Y)[] shell, (double X, double Y)[] hole) =>
        new(Add(Add(new(), shell, false), hole, true).EndFeature().ToColumns(), 0, Plane);

    public static PolygonColumns Columns(params (double X, double Y)[][] shells) =>
        shells.Aggregate(new PolygonColumnsBuilder(), (builder, shell) => Add(builder, shell, false)).EndFeature().ToColumns();

    public static PolygonColumnsBuilder Add(PolygonColumnsBuilder builder, (double X, double Y)[] ring, bool isHole) =>
        builder.Ring(
            [.. ring.Select(point => (int)Math.Round(point.X * Plane.UnitsPerMetre))],
            [.. ring.Select(point => (int)Math.Round(point.Y * Plane.UnitsPerMetre))],
            isHole);
}
