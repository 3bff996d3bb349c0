using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Valid;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Looks closely at an outline that is not surely simple. Where it is valid, or only touches itself, it stays as it is.
/// Else it is read by one stated rule, on the grid: inside is what a ring encloses an odd number of times; holes take off
/// only what lies inside their shell; parts that overlap count once.
/// </summary>
internal static class ShapeMending
{
    private static readonly PrecisionModel Grid = new(1);
    private static readonly GeometryFactory Factory = new(Grid);

    /// <summary>The outline as it is to be used, and what was wrong with it.</summary>
    public static (IReadOnlyList<GridRing> Rings, IReadOnlyList<ShapeFault> Faults) Of(IReadOnlyList<GridRing> rings)
    {
        var parts = Parts(rings);
        var validity = new IsValidOp(Factory.CreateMultiPolygon([.. parts.Select(part => part.AsDelivered())]))
        {
            SelfTouchingRingFormingHoleValid = true,
        };
        if (validity.IsValid)
        {
            return (rings, []);
        }

        var faults = new List<ShapeFault>();
        var mended = parts.ConvertAll(part => part.Mend(faults, parts.Count == 1));
        FindOverlap(mended, faults, 0);
        return faults.Count == 0 ? (rings, []) : (RingsOf(UnionOf(mended)), faults);
    }

    private static Geometry UnionOf(List<Geometry> shapes) =>
        shapes.Count == 1 ? shapes[0] : UnaryUnionNG.Union(shapes, Factory, Grid);

    /// <summary>Names the first shape that shares ground with another; only those whose boxes meet are compared.</summary>
    private static void FindOverlap(List<Geometry> shapes, List<ShapeFault> faults, int ring)
    {
        var tree = new STRtree<int>();
        for (var i = 0; i < shapes.Count; i++)
        {
            tree.Insert(shapes[i].EnvelopeInternal, i);
        }

        for (var i = 0; i < shapes.Count; i++)
        {
            var shape = shapes[i];
            if (tree.Query(shape.EnvelopeInternal).Any(other => other > i && shape.Relate(shapes[other], "T********")))
            {
                faults.Add(FaultAt(ShapeFaultKind.Overlap, ring, shape));
                return;
            }
        }
    }

    private static List<Part> Parts(IReadOnlyList<GridRing> rings)
    {
        var parts = new List<Part>();
        for (var i = 0; i < rings.Count; i++)
        {
            if (!rings[i].IsHole || parts.Count == 0)
            {
                parts.Add(new Part(i, RingOf(rings[i]), []));
            }
            else
            {
                parts[^1].Holes.Add((i, RingOf(rings[i])));
            }
        }

        return parts;
    }

    private static LinearRing RingOf(GridRing ring) =>
        Factory.CreateLinearRing([.. ring.X.Zip(ring.Y, (x, y) => new Coordinate(x, y))]);

    private static ShapeFault FaultAt(ShapeFaultKind kind, int ring, Geometry near) =>
        near.IsEmpty ? new ShapeFault(kind, ring, 0, 0) : new ShapeFault(kind, ring, near.Coordinate.X, near.Coordinate.Y);

    private static List<GridRing> RingsOf(Geometry outline)
    {
        outline.Normalize();
        var rings = new List<GridRing>();
        for (var i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                rings.Add(RingOf(polygon.Shell, isHole: false));
                rings.AddRange(polygon.Holes.Select(hole => RingOf(hole, isHole: true)));
            }
        }

        return rings;
    }

    private static GridRing RingOf(LinearRing ring, bool isHole)
    {
        var points = ring.Coordinates;
        return new GridRing(
            Array.ConvertAll(points, point => (int)Math.Round(point.X)),
            Array.ConvertAll(points, point => (int)Math.Round(point.Y)),
            isHole);
    }

    private sealed record Part(int Index, LinearRing Shell, List<(int Index, LinearRing Ring)> Holes)
    {
        public Polygon AsDelivered() => Factory.CreatePolygon(Shell, [.. Holes.Select(hole => hole.Ring)]);

        public Geometry Mend(List<ShapeFault> faults, bool isAlone)
        {
            var shell = Enclosed(Index, Shell, faults);
            var prepared = new PreparedPolygon((IPolygonal)shell);
            var taken = new List<Geometry>();
            foreach (var (index, ring) in Holes)
            {
                var hole = Enclosed(index, ring, faults);
                if (!prepared.Covers(hole))
                {
                    hole = OverlayNG.Overlay(shell, hole, SpatialFunction.Intersection, Grid);
                    faults.Add(FaultAt(
                        hole.Area == 0 ? ShapeFaultKind.HoleOutsideShell : ShapeFaultKind.HoleCrossesShell, index, ring));
                }
                else if (hole.Area == shell.Area)
                {
                    faults.Add(FaultAt(ShapeFaultKind.HoleEqualsShell, index, ring));
                }

                taken.Add(hole);
            }

            if (taken.Count == 0)
            {
                return shell;
            }

            FindOverlap(taken, faults, Holes[0].Index);
            // Holes that only touch each other are no fault, and nothing has to be computed for them.
            return isAlone && faults.Count == 0
                ? shell
                : OverlayNG.Overlay(shell, UnionOf(taken), SpatialFunction.Difference, Grid);
        }

        /// <summary>Cuts the plane along the ring and keeps the faces that it encloses an odd number of times.</summary>
        private static (Geometry Inside, bool LeavesOut) InsideByParity(LinearRing ring)
        {
            var faces = new Polygonizer();
            faces.Add(UnaryUnionNG.Union(ring, Grid));
            var parity = new IndexedPointInAreaLocator(ring);
            var all = faces.GetPolygons();
            var inside = all.Where(face => parity.Locate(face.InteriorPoint.Coordinate) == Location.Interior).ToList();
            return (inside.Count == 0 ? Factory.CreatePolygon() : UnaryUnionNG.Union(inside, Factory, Grid), inside.Count < all.Count);
        }

        private static Geometry Enclosed(int index, LinearRing ring, List<ShapeFault> faults)
        {
            var polygon = Factory.CreatePolygon(ring);
            var validity = new IsValidOp(polygon);
            if (validity.IsValid)
            {
                return polygon;
            }

            var (inside, leavesOut) = InsideByParity(ring);

            // A ring that touches itself may cross itself elsewhere, and only the first of the two is told.
            var crossing = new IsValidOp(polygon) { SelfTouchingRingFormingHoleValid = true };
            var error = crossing.IsValid ? validity.ValidationError : crossing.ValidationError;

            // Running out and straight back leaves the area alone, to the last digits of a double. So may two crossings that
            // cancel, but those leave out a face that the ring goes around twice.
            if (Math.Abs(inside.Area - polygon.Area) > 1 + (1e-13 * polygon.Area) || (!crossing.IsValid && leavesOut))
            {
                faults.Add(new ShapeFault(ShapeFaultKind.Crossing, index, error.Coordinate.X, error.Coordinate.Y));
            }
            else if (error.ErrorType == TopologyValidationErrors.SelfIntersection)
            {
                faults.Add(new ShapeFault(ShapeFaultKind.Spike, index, error.Coordinate.X, error.Coordinate.Y));
            }

            return inside;
        }
    }
}
