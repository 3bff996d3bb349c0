using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Tests.Overlay;

public class ZoneAreaTests
{
    private const double Tolerance = 1e-6;

    private static readonly OverlayRun Run = new(TownPlans.Plane, 2);

    private static readonly Gen<int[]> Stars =
        from x in Gen.Int[0, 2_000_000]
        from y in Gen.Int[0, 2_000_000]
        from radii in Gen.Double[5_000, 700_000].Array[3, 40]
        select TownPlans.Star(x, y, radii);

    // Corners on a coarse lattice: shared vertices, coincident and collinear edges, touching and equal zones all the time.
    private static readonly Gen<int[]> LatticeRectangles =
        from x in Gen.Int[0, 7]
        from y in Gen.Int[0, 7]
        from width in Gen.Int[1, 5]
        from height in Gen.Int[1, 5]
        from slant in Gen.Int[0, 2]
        select new[]
        {
            x * 100_000, y * 100_000, (x + width) * 100_000, y * 100_000,
            (x + width + slant) * 100_000, (y + height) * 100_000, (x + slant) * 100_000, (y + height) * 100_000,
        };

    [Fact]
    public void A_parcel_cut_in_half_by_the_boundary_lies_in_it_by_half()
    {
        var column = ColumnOf(
            TownPlans.Polygons(TownPlans.Rectangle(0, 0, 100_000, 200_000)),
            TownPlans.Polygons(TownPlans.Rectangle(-500_000, -500_000, 550_000, 1_000_000)));

        Assert.Equal(100, column.AreaOf(0), 9);
        Assert.Equal(0.5, column.ShareOf(0), 12);
    }

    [Fact]
    public void A_hole_of_the_boundary_counts_as_outside()
    {
        var column = ColumnOf(
            TownPlans.Polygons(TownPlans.Rectangle(0, 0, 100_000, 100_000)),
            TownPlans.WithHoles(
                TownPlans.Rectangle(-500_000, -500_000, 2_000_000, 2_000_000),
                TownPlans.Rectangle(20_000, 20_000, 30_000, 10_000)));

        Assert.Equal(97, column.AreaOf(0), 9);
    }

    [Fact]
    public void Sharing_an_edge_is_neither_a_part_nor_a_loss()
    {
        var zone = TownPlans.Polygons([0, 0, 300_000, 100_000, 270_000, 400_000, -30_000, 300_000]);
        var inside = TownPlans.Polygons([0, 0, 300_000, 100_000, 135_000, 200_000]);
        var beside = TownPlans.Polygons([0, 0, 300_000, 100_000, 200_000, -100_000]);

        Assert.Equal(Coverage.Whole, ColumnOf(inside, zone).Coverages[0]);
        Assert.Equal(Coverage.None, ColumnOf(beside, zone).Coverages[0]);
    }

    [Fact]
    public void Zones_upon_each_other_count_once()
    {
        var zones = TownPlans.Polygons(
            TownPlans.Rectangle(0, 0, 60_000, 100_000),
            TownPlans.Rectangle(40_000, 0, 60_000, 50_000),
            TownPlans.Rectangle(0, 0, 60_000, 100_000));

        Assert.Equal(80, ColumnOf(TownPlans.Polygons(TownPlans.Rectangle(0, 0, 100_000, 100_000)), zones).AreaOf(0), 9);
    }

    [Fact]
    public void Any_shapes_agree_with_the_overlay_of_NTS() =>
        Gen.Select(Stars.Array[1, 12], Stars.Array[1, 5]).Sample(
            (features, zones) => AssertAgreesWithNts(TownPlans.Polygons(features), TownPlans.Polygons(zones)),
            iter: 150);

    [Fact]
    public void Coincident_edges_and_shared_corners_agree_with_the_overlay_of_NTS() =>
        Gen.Select(LatticeRectangles.Array[1, 20], LatticeRectangles.Array[1, 6]).Sample(
            (features, zones) => AssertAgreesWithNts(TownPlans.Polygons(features), TownPlans.Polygons(zones)),
            iter: 400);

    [Fact]
    public void A_share_and_the_share_of_the_rest_make_the_whole() =>
        Gen.Select(Stars.Array[1, 10], Stars).Sample(
            (features, hole) =>
            {
                var shapes = TownPlans.Polygons(features);
                var frame = TownPlans.Rectangle(-9_000_000, -9_000_000, 20_000_000, 20_000_000);
                var inside = ColumnOf(shapes, TownPlans.Polygons(hole));
                var rest = ColumnOf(shapes, TownPlans.WithHoles(frame, hole));
                for (var i = 0; i < shapes.Count; i++)
                {
                    Assert.Equal(AreaM2(shapes, i), inside.AreaOf(i) + rest.AreaOf(i), Tolerance);
                }
            },
            iter: 150);

    [Fact]
    public void Shares_in_a_partition_make_the_whole() =>
        Gen.Select(Stars.Array[1, 10], Gen.Int[0, 10_000]).Sample(
            (features, seed) =>
            {
                var shapes = TownPlans.Polygons(features);
                var units = TownPlans.Parcels(12, 300_000, seed);
                var shares = SharesOf(shapes, units);
                var covered = ColumnOf(shapes, units);
                for (var i = 0; i < shapes.Count; i++)
                {
                    double sum = 0;
                    foreach (var (_, area) in shares.PartsOf(i))
                    {
                        sum += area;
                    }

                    Assert.Equal(covered.AreaOf(i), sum, Tolerance);
                }
            },
            iter: 60);

    private static void AssertAgreesWithNts(PolygonColumns shapes, PolygonColumns zones)
    {
        var column = ColumnOf(shapes, zones);
        var union = OverlayNGRobust.Union(
            Enumerable.Range(0, zones.Count).Select(zone => TownPlans.ToNts(zones, zone)));
        for (var i = 0; i < shapes.Count; i++)
        {
            var expected = OverlayNGRobust.Overlay(
                TownPlans.ToNts(shapes, i), union, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
            Assert.Equal(TownPlans.Plane.SquareMetres(expected.Area), column.AreaOf(i), Tolerance);
        }
    }

    private static double AreaM2(PolygonColumns shapes, int i) => TownPlans.Plane.SquareMetresOfTwice(shapes.TwiceAreaOf(i));

    private static LayerColumn ColumnOf(PolygonColumns shapes, PolygonColumns zones) =>
        LayerColumn.Of("zones", shapes, MeasuredFeatures.Of(shapes, Run), AreaGrid.OfUnion(zones, 262_144, Run), Run);

    private static ZoneShares SharesOf(PolygonColumns shapes, PolygonColumns zones) => ZoneShares.Of(
        shapes, MeasuredFeatures.Of(shapes, Run), AreaGrid.OfZones(zones, [.. Enumerable.Range(0, zones.Count)], 262_144),
        [.. Enumerable.Range(0, zones.Count)], Run);
}
