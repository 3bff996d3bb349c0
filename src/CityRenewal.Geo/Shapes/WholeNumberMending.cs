using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Outlines that came to touch or cross themselves when their corners were rounded, made valid with corners on whole numbers.
/// Inside is what the rings go around to the left more often than to the right: a neck that rounding turned inside out goes,
/// and what it joined stays.
/// </summary>
public static class WholeNumberMending
{
    private static readonly PrecisionModel Whole = new(1);
    private static readonly GeometryFactory Factory = new(new PrecisionModel());

    /// <summary>Mends the rings of one outline.</summary>
    /// <param name="x">Corners of all rings, a ring not closed; shells run anticlockwise (area above zero), holes clockwise.</param>
    /// <param name="y">As <paramref name="x"/>.</param>
    /// <param name="ringStart">First corner of each ring, and one past the last.</param>
    /// <returns>One feature, turned as the input; without rings where no area is left.</returns>
    public static PolygonColumns Of(ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> ringStart)
    {
        // A buffer of nothing keeps what is gone around to the left; rings need not be sorted into shells and holes for it.
        var shells = new List<Polygon>();
        var holes = new List<Polygon>();
        for (var ring = 0; ring + 1 < ringStart.Length; ring++)
        {
            var corners = CornersOf(x[ringStart[ring]..ringStart[ring + 1]], y[ringStart[ring]..ringStart[ring + 1]]);
            var isHole = NetTopologySuite.Algorithm.Area.OfRingSigned(corners) > 0;
            (isHole ? holes : shells).Add(Factory.CreatePolygon(Factory.CreateLinearRing(corners)));
        }

        var inside = Inside(shells);
        var outline = holes.Count == 0
            ? inside
            : OverlayNGRobust.Overlay(inside, Inside(holes), SpatialFunction.Difference);
        return ColumnsOf(UnaryUnionNG.Union(outline, Whole));
    }

    private static Geometry Inside(List<Polygon> rings) => BufferOp.Buffer(Factory.CreateMultiPolygon([.. rings]), 0);

    private static Coordinate[] CornersOf(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var corners = new Coordinate[x.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            var at = i % x.Length;
            corners[i] = new Coordinate(x[at], y[at]);
        }

        return corners;
    }

    private static PolygonColumns ColumnsOf(Geometry outline)
    {
        outline.Normalize();
        var builder = new PolygonColumnsBuilder();
        for (var i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                Add(builder, polygon.Shell, isHole: false);
                Array.ForEach(polygon.Holes, hole => Add(builder, hole, isHole: true));
            }
        }

        return builder.EndFeature().ToColumns();
    }

    private static void Add(PolygonColumnsBuilder builder, LinearRing ring, bool isHole) => builder.Ring(
        Array.ConvertAll(ring.Coordinates, corner => (int)Math.Round(corner.X)),
        Array.ConvertAll(ring.Coordinates, corner => (int)Math.Round(corner.Y)),
        isHole);
}
