using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Rings cut to the frame of a tile, from -64 to 4160, beside NetTopologySuite.</summary>
public class RingCutTests
{
    private const int Low = -64;
    private const int High = 4160;

    private static readonly GeometryFactory Factory = new();

    private static readonly Geometry Frame = Factory.ToGeometry(new Envelope(Low, High, Low, High));

    [Fact]
    public void A_hole_that_touches_the_frame_in_one_corner_leaves_all_land_around_it()
    {
        var outline = Factory.CreatePolygon(
            Ring((-9_000, -9_000), (9_000, -9_000), (9_000, 9_000), (-9_000, 9_000)),
            [Ring((2_000, Low), (1_000, 900), (3_000, 900))]);

        Assert.Equal(outline.Intersection(Frame).Area, Cut(outline).Area);
    }

    [Fact]
    public void An_outline_that_touches_the_frame_from_within_in_one_corner_stays_as_it_is()
    {
        var outline = Factory.CreatePolygon(Ring((2_000, Low), (3_000, 900), (1_000, 900)));

        Assert.Equal(outline.Area, Cut(outline).Area);
    }

    [Fact]
    public void Corners_on_the_frame_and_edges_along_it_are_cut_as_NetTopologySuite_cuts_them() => Gen.Int[0, 1 << 24].Sample(
        seed =>
        {
            var outline = Star(seed);
            var cut = Cut(outline);
            var expected = outline.Intersection(Frame);
            Assert.True(cut.IsValid, outline.AsText());
            Assert.True(Math.Abs(expected.Area - cut.Area) <= (0.75 * expected.Length) + 1, $"{outline.AsText()}: {expected.Area} is not {cut.Area}");
        },
        iter: 3_000);

    private static Geometry Cut(Polygon outline)
    {
        var (rings, cut, ordered) = (new TilePaths(), new TilePaths(), new TilePaths());
        foreach (var ring in new[] { outline.Shell }.Concat(outline.Holes))
        {
            foreach (var corner in ring.Coordinates.Skip(1))
            {
                rings.Add((int)corner.X, (int)corner.Y);
            }

            rings.EndRing();
        }

        new RingCut().Cut(rings, cut);
        return new RingOrder().Order(cut, ordered) ? ShapeOf(ordered) : Mended(cut);
    }

    private static Geometry ShapeOf(TilePaths rings)
    {
        var polygons = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            var line = Ring([.. rings.X(ring).ToArray().Zip(rings.Y(ring).ToArray())]);
            if (rings.TwiceArea(ring) > 0)
            {
                polygons.Add((line, []));
            }
            else
            {
                polygons[^1].Holes.Add(line);
            }
        }

        return Factory.CreateMultiPolygon([.. polygons.Select(polygon => Factory.CreatePolygon(polygon.Shell, [.. polygon.Holes]))]);
    }

    private static Geometry Mended(TilePaths rings)
    {
        var mended = WholeNumberMending.Of(rings.AllX, rings.AllY, rings.Starts);
        var paths = new TilePaths();
        for (var ring = 0; ring + 1 < mended.RingStart.Length; ring++)
        {
            for (var i = mended.RingStart[ring]; i < mended.RingStart[ring + 1] - 1; i++)
            {
                paths.Add(mended.X[i], mended.Y[i]);
            }

            paths.EndRing();
        }

        return ShapeOf(paths);
    }

    // Corners on a lattice that the frame lies on, around a middle: many fall on the frame, many edges run along it.
    private static Polygon Star(int seed)
    {
        var random = new Random(seed);
        int corners = random.Next(3, 14), middleX = 64 * random.Next(-2, 68), middleY = 64 * random.Next(-2, 68);
        var points = Enumerable.Range(0, corners).Select(i => (Angle: 2 * Math.PI * (i + (0.8 * random.NextDouble())) / corners, Radius: 64 * random.Next(2, 70)))
            .Select(at => (X: middleX + Lattice(at.Radius * Math.Cos(at.Angle)), Y: middleY + Lattice(at.Radius * Math.Sin(at.Angle)))).ToArray();
        var ring = points.Distinct().Count() >= 3 ? Factory.CreatePolygon(Ring(points)) : null;
        return ring is { IsValid: true, Area: > 0 } ? (Polygon)Turned(ring) : Factory.CreatePolygon(Ring((0, 0), (64, 0), (64, 64)));
    }

    // Shells as tiles have them: areas above zero.
    private static Geometry Turned(Polygon polygon) => NetTopologySuite.Algorithm.Orientation.IsCCW(polygon.Shell.CoordinateSequence) ? polygon : polygon.Reverse();

    private static int Lattice(double value) => 64 * (int)Math.Round(value / 64);

    private static LinearRing Ring(params (int X, int Y)[] corners) =>
        Factory.CreateLinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.X, corner.Y))]);
}
