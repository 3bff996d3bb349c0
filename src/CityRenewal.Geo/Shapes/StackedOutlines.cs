using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Shapes;

/// <summary>Outlines that stand on each other: what they cover together, and the space under the highest of them.</summary>
public sealed class StackedOutlines
{
    private static readonly GeometryFactory Factory = new();

    private readonly Geometry[] _outlines;

    private StackedOutlines(Geometry[] outlines) => _outlines = outlines;

    /// <summary>Number of outlines.</summary>
    public int Count => _outlines.Length;

    /// <summary>The outlines, each of one or several rings; null where one of them crosses itself or has no area.</summary>
    public static StackedOutlines? From(IReadOnlyList<IReadOnlyList<PlainRing>> outlines)
    {
        var shapes = new Geometry[outlines.Count];
        for (var i = 0; i < shapes.Length; i++)
        {
            if (ShapeOf(outlines[i]) is not { } shape)
            {
                return null;
            }

            shapes[i] = shape;
        }

        return new StackedOutlines(shapes);
    }

    /// <summary>Planar area of one outline, in squares of the system's unit.</summary>
    public double AreaOf(int outline) => _outlines[outline].Area;

    /// <summary>Planar area that two outlines share.</summary>
    public double SharedArea(int one, int other) => OverlayNGRobust.Overlay(_outlines[one], _outlines[other], NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area;

    /// <summary>The outline of some of them together, in an order that depends on the outlines only.</summary>
    public IReadOnlyList<PlainRing> Union(IEnumerable<int> members)
    {
        var union = UnionOf([.. members]).Normalized();
        return [.. Polygons(union).SelectMany(polygon => RingsOf(polygon))];
    }

    /// <summary>
    /// Area times height summed over the ground, where each spot counts with the highest outline over it: podium and tower
    /// are not counted twice.
    /// </summary>
    /// <param name="members">The outlines meant.</param>
    /// <param name="heights">Height of every outline, in storeys from the ground.</param>
    public double Volume(IEnumerable<int> members, IReadOnlyList<double> heights)
    {
        double volume = 0, covered = 0;
        var above = new List<int>();
        foreach (var level in members.GroupBy(member => heights[member]).OrderByDescending(level => level.Key))
        {
            above.AddRange(level);
            var area = UnionOf([.. above]).Area;
            volume += (area - covered) * level.Key;
            covered = area;
        }

        return volume;
    }

    private Geometry UnionOf(int[] members) => members.Length == 1
        ? _outlines[members[0]]
        : OverlayNGRobust.Union(members.Select(member => _outlines[member]).ToList(), Factory);

    private static Geometry? ShapeOf(IReadOnlyList<PlainRing> rings)
    {
        var polygons = new List<Polygon>();
        for (int start = 0, end; start < rings.Count; start = end)
        {
            end = start + 1;
            while (end < rings.Count && rings[end].IsHole)
            {
                end++;
            }

            var linear = rings.Skip(start).Take(end - start).Select(LinearOf).ToArray();
            if (linear.Any(ring => ring is null))
            {
                return null;
            }

            polygons.Add(Factory.CreatePolygon(linear[0], linear[1..]!));
        }

        Geometry shape = polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
        return shape.IsValid && shape.Area > 0 ? shape : null;
    }

    private static LinearRing? LinearOf(PlainRing ring)
    {
        var points = ring.X.Select((x, i) => new Coordinate(x, ring.Y[i])).ToList();
        if (points.Count > 0 && !points[0].Equals2D(points[^1]))
        {
            points.Add(points[0].Copy());
        }

        return points.Count >= 4 && points.All(point => double.IsFinite(point.X) && double.IsFinite(point.Y)) ? Factory.CreateLinearRing([.. points]) : null;
    }

    private static IEnumerable<Polygon> Polygons(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>();

    private static IEnumerable<PlainRing> RingsOf(Polygon polygon) =>
        polygon.InteriorRings.Select(hole => RingOf(hole, isHole: true)).Prepend(RingOf(polygon.ExteriorRing, isHole: false));

    private static PlainRing RingOf(LineString ring, bool isHole) =>
        new([.. ring.Coordinates.Select(point => point.X)], [.. ring.Coordinates.Select(point => point.Y)], isHole);
}
