using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Tests.Overlay;

public class OverlayPairsTests
{
    private static readonly OverlayRun Run = new(TownPlans.Plane, 2);

    private static readonly Gen<int[]> Footprints =
        from x in Gen.Int[-200_000, 2_200_000]
        from y in Gen.Int[-200_000, 2_200_000]
        from radii in Gen.Double[20_000, 150_000].Array[3, 9]
        select TownPlans.Star(x, y, radii);

    [Fact]
    public void Buildings_joined_to_parcels_agree_with_the_overlay_of_NTS() =>
        Gen.Select(Footprints.Array[1, 40], Gen.Int[0, 10_000]).Sample(
            (buildings, seed) => AssertAgreesWithNts(TownPlans.Polygons(buildings), TownPlans.Parcels(6, 330_000, seed)),
            iter: 60);

    // Parcels of more than 96 vertices, and one as large as the town, go through a grid of their own.
    [Fact]
    public void Large_parcels_are_joined_like_small_ones() =>
        Gen.Select(
            Footprints.Array[1, 30],
            Gen.Double[300_000, 900_000].Array[100, 300],
            Gen.Int[0, 10_000]).Sample(
            (buildings, radii, seed) =>
            {
                var parcels = new PolygonColumnsBuilder();
                var small = TownPlans.Parcels(4, 400_000, seed);
                foreach (var ring in (int[][])[TownPlans.Star(1_000_000, 1_000_000, radii), TownPlans.Rectangle(0, 0, 2_000_000, 900_000)])
                {
                    AddRing(parcels, ring).EndFeature();
                }

                for (var i = 0; i < small.Count; i++)
                {
                    var (start, length) = (small.VertexStart(i), small.VertexEnd(i) - small.VertexStart(i));
                    parcels.Ring(small.X.Slice(start, length), small.Y.Slice(start, length), isHole: false).EndFeature();
                }

                AssertAgreesWithNts(TownPlans.Polygons(buildings), parcels.ToColumns());
            },
            iter: 30);

    [Fact]
    public void Walls_on_the_parcel_border_belong_to_one_side_only()
    {
        var parcels = TownPlans.Polygons([0, 0, 300_000, 100_000, 270_000, 400_000, -30_000, 300_000]);
        var buildings = TownPlans.Polygons(
            [0, 0, 300_000, 100_000, 135_000, 200_000],
            [0, 0, 300_000, 100_000, 200_000, -100_000]);
        var pairs = Joined(buildings, parcels);

        Assert.Equal(1, pairs.PartsOf(0).Length);
        Assert.Equal(TownPlans.Plane.SquareMetresOfTwice(buildings.TwiceAreaOf(0)), pairs.PartsOf(0)[0].Area);
        Assert.Equal(0, pairs.PartsOf(1).Length);
    }

    [Fact]
    public void Pairs_are_the_same_seen_from_either_side() =>
        Gen.Select(Footprints.Array[1, 40], Gen.Int[0, 10_000]).Sample(
            (buildings, seed) =>
            {
                var shapes = TownPlans.Polygons(buildings);
                var parcels = TownPlans.Parcels(6, 330_000, seed);
                var pairs = Joined(shapes, parcels);
                var turned = pairs.Turned(parcels.Count);
                for (var parcel = 0; parcel < parcels.Count; parcel++)
                {
                    foreach (var (building, area) in turned.PartsOf(parcel))
                    {
                        Assert.Contains(new ZoneArea(parcel, area), pairs.PartsOf(building).ToArray());
                    }
                }

                Assert.Equal(pairs.Parts.Length, turned.Parts.Length);
            },
            iter: 30);

    [Fact]
    public void A_point_is_in_a_polygon_where_NTS_covers_it() =>
        Gen.Select(
            Gen.Double[30, 900].Array[3, 30], Gen.Int[-1_000, 1_000].Select(Gen.Int[-1_000, 1_000]).Array[1, 60]).Sample(
            (radii, points) =>
            {
                var shapes = TownPlans.Polygons(TownPlans.Star(0, 0, radii));
                var polygon = TownPlans.ToNts(shapes, 0);
                if (!polygon.IsValid)
                {
                    return;
                }

                foreach (var (x, y) in points.Append((shapes.X[0], shapes.Y[0])))
                {
                    Assert.Equal(polygon.Covers(new Point(x, y)), PointSide.IsIn(shapes, 0, x, y));
                }
            },
            iter: 200);

    private static void AssertAgreesWithNts(PolygonColumns shapes, PolygonColumns others)
    {
        var pairs = Joined(shapes, others);
        for (var i = 0; i < shapes.Count; i++)
        {
            var found = pairs.PartsOf(i).ToArray().ToDictionary(part => part.Zone, part => part.Area);
            for (var other = 0; other < others.Count; other++)
            {
                var shared = OverlayNGRobust.Overlay(
                    TownPlans.ToNts(shapes, i), TownPlans.ToNts(others, other), SpatialFunction.Intersection);
                Assert.Equal(TownPlans.Plane.SquareMetres(shared.Area), found.GetValueOrDefault(other), 1e-6);
            }
        }
    }

    private static OverlapPairs Joined(PolygonColumns shapes, PolygonColumns others) =>
        OverlapPairs.Of(shapes, MeasuredFeatures.Of(shapes, Run), others, MeasuredFeatures.Of(others, Run), Run);

    private static PolygonColumnsBuilder AddRing(PolygonColumnsBuilder builder, int[] ring) => builder.Ring(
        [.. ring.Where((_, i) => i % 2 == 0)], [.. ring.Where((_, i) => i % 2 == 1)], isHole: false);
}
