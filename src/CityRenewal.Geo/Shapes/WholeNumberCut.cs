using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The part of an outline that lies in a box, with every corner on whole numbers and nothing that crosses or touches itself:
/// slow and certain, for outlines that rounding corner by corner would spoil.
/// </summary>
public static class WholeNumberCut
{
    private static readonly PrecisionModel Whole = new(1);
    private static readonly GeometryFactory Factory = new(new PrecisionModel());

    /// <summary>Cuts one outline to a box.</summary>
    /// <param name="x">Corners of all rings, a ring not closed; shells run anticlockwise (area above zero), holes clockwise after their shell.</param>
    /// <param name="y">As <paramref name="x"/>.</param>
    /// <param name="ringStart">First corner of each ring, and one past the last.</param>
    /// <param name="box">The box.</param>
    /// <returns>One feature, turned as the input; without rings where nothing of an area above zero is left.</returns>
    public static PolygonColumns Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> ringStart, GridBox box)
    {
        var outline = OutlineOf(x, y, ringStart);
        var frame = Factory.ToGeometry(new Envelope(box.MinX, box.MaxX, box.MinY, box.MaxY));
        return ColumnsOf(Cut(outline, frame));
    }

    private static Geometry Cut(Geometry outline, Geometry frame)
    {
        try
        {
            return OverlayNG.Overlay(outline, frame, SpatialFunction.Intersection, Whole);
        }
        catch (TopologyException)
        {
            // The outline crosses itself by less than the grid it came from.
            return OverlayNG.Overlay(GeometryFixer.Fix(outline), frame, SpatialFunction.Intersection, Whole);
        }
    }

    private static Geometry OutlineOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> ringStart)
    {
        var parts = new List<Polygon>();
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        for (var ring = 0; ring + 1 < ringStart.Length; ring++)
        {
            var corners = CornersOf(x[ringStart[ring]..ringStart[ring + 1]], y[ringStart[ring]..ringStart[ring + 1]]);
            if (corners.Length < 4)
            {
                continue;
            }

            var next = Factory.CreateLinearRing(corners);
            if (shell is not null && !NetTopologySuite.Algorithm.Orientation.IsCCW(corners))
            {
                holes.Add(next);
                continue;
            }

            if (shell is not null)
            {
                parts.Add(Factory.CreatePolygon(shell, [.. holes]));
                holes.Clear();
            }

            shell = next;
        }

        if (shell is not null)
        {
            parts.Add(Factory.CreatePolygon(shell, [.. holes]));
        }

        return parts.Count == 1 ? parts[0] : Factory.CreateMultiPolygon([.. parts]);
    }

    private static Coordinate[] CornersOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var corners = new Coordinate[x.Length + 1];
        for (var i = 0; i < x.Length; i++)
        {
            corners[i] = new Coordinate(x[i], y[i]);
        }

        corners[^1] = corners[0].Copy();
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
