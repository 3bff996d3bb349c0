using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Projections point by point: ProjNet on our own text, Web Mercator by its own formula. Out of a projection's reach the
/// answer is NaN, because series run wild there and may come back anywhere, on the city even.
/// </summary>
internal static class ExactTransforms
{
    // Transverse Mercator holds to a tenth of a millimetre up to here, 6.5 degrees from the central meridian.
    private const double ReachOfMeridian = 700_000;
    private const double PoleDistance = 10_002_000;
    private const double ReachOfCone = 2_500_000;
    private const double WebMercatorEdge = 20_037_508.342789244;

    private static readonly (double X, double Y) Nowhere = (double.NaN, double.NaN);

    /// <summary>From a system's coordinates to longitude and latitude in degrees.</summary>
    public static PointMap ToLonLat(ReferenceSystem system) => system.Kind switch
    {
        ProjectionKind.Geographic => InWorld((x, y) => (x, y)),
        ProjectionKind.WebMercator => FromWebMercator(system.Ellipsoid.SemiMajorAxis),
        _ => Reachable(system, Inverse(WellKnownText.Of(system), system.Ellipsoid)),
    };

    /// <summary>From longitude and latitude in degrees to a system's coordinates.</summary>
    public static PointMap FromLonLat(ReferenceSystem system) => system.Kind switch
    {
        ProjectionKind.Geographic => InWorld((x, y) => (x, y)),
        ProjectionKind.WebMercator => throw new NotSupportedException(
            "EPSG:3857 is for input only: its lengths and areas are wrong on the ground. Ask for EPSG:4490 or 4326."),
        _ => InWorld(Forward(WellKnownText.Of(system), system.Ellipsoid)),
    };

    /// <summary>From longitude and latitude in degrees to metres on the working plane.</summary>
    public static PointMap LonLatToPlane(WorkingPlane plane) => InWorld(Forward(WellKnownText.Of(plane), Ellipsoid.Grs80));

    /// <summary>From metres on the working plane to longitude and latitude in degrees.</summary>
    public static PointMap PlaneToLonLat(WorkingPlane plane) => Inverse(WellKnownText.Of(plane), Ellipsoid.Grs80);

    /// <summary>One map after the other.</summary>
    public static PointMap Then(this PointMap first, PointMap second) => (x, y) =>
    {
        var (midX, midY) = first(x, y);
        return second(midX, midY);
    };

    private static PointMap Forward(string projected, Ellipsoid ellipsoid) =>
        Between(WellKnownText.OfLonLat(ellipsoid), projected);

    private static PointMap Inverse(string projected, Ellipsoid ellipsoid) =>
        Between(projected, WellKnownText.OfLonLat(ellipsoid));

    private static PointMap Between(string source, string target)
    {
        var systems = new CoordinateSystemFactory();
        var transform = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(systems.CreateFromWkt(source), systems.CreateFromWkt(target)).MathTransform;
        return (x, y) => transform.Transform(x, y);
    }

    private static PointMap InWorld(PointMap map) => (longitude, latitude) =>
        Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90 ? map(longitude, latitude) : Nowhere;

    private static PointMap Reachable(ReferenceSystem system, PointMap map)
    {
        var isMeridian = system.Kind == ProjectionKind.TransverseMercator;
        var reachX = isMeridian ? ReachOfMeridian : ReachOfCone;
        var reachY = isMeridian ? PoleDistance : ReachOfCone;
        return (x, y) => Math.Abs(x - system.FalseEasting) <= reachX && Math.Abs(y - system.FalseNorthing) <= reachY
            ? map(x, y)
            : Nowhere;
    }

    private static PointMap FromWebMercator(double radius) => (x, y) =>
        Math.Abs(x) <= WebMercatorEdge && Math.Abs(y) <= WebMercatorEdge
            ? (double.RadiansToDegrees(x / radius), double.RadiansToDegrees(Math.Atan(Math.Sinh(y / radius))))
            : Nowhere;
}
