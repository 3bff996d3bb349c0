using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using static CityRenewal.Geo.Tests.Fabric.FabricCity;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Outlines of groups of faces, against closed forms and against NetTopologySuite.</summary>
public class OutlineTests
{
    [Fact]
    public void The_border_between_two_members_is_not_part_of_the_outline()
    {
        var outline = OutlineOf(Polygons(Box(0, 0, 20, 20), Box(20, 0, 50, 20)), 0, 1);

        Assert.Equal(1000, AreaM2(outline), 9);
        Assert.Equal(140, PerimeterM(outline), 9);
        Assert.Equal(1, outline.RingStart.Length - 1);
    }

    [Fact]
    public void Parcels_that_touch_in_one_corner_are_two_shells()
    {
        var outline = OutlineOf(Polygons(Box(0, 0, 20, 20), Box(20, 20, 40, 40)), 0, 1);

        Assert.Equal(2, outline.RingStart.Length - 1);
        Assert.Equal(800, AreaM2(outline), 9);
    }

    [Fact]
    public void A_ring_of_parcels_has_a_hole_and_the_hole_follows_its_shell()
    {
        var outline = OutlineOf(
            Polygons(Box(0, 0, 60, 20), Box(0, 40, 60, 60), Box(0, 20, 20, 40), Box(40, 20, 60, 40), Box(100, 0, 110, 10)), 0, 1, 2, 3, 4);

        Assert.Equal(3, outline.RingStart.Length - 1);
        Assert.True(outline.TwiceAreaOfRing(0) > 0);
        Assert.True(outline.TwiceAreaOfRing(1) < 0);
        Assert.True(outline.TwiceAreaOfRing(2) > 0);
        Assert.Equal(3200 + 100, AreaM2(outline), 9);
    }

    [Fact]
    public void A_hole_that_touches_its_shell_in_one_point_is_still_a_hole()
    {
        var outline = OutlineOf(
            Polygons([[0, 0, 60, 0, 60, 60, 0, 60], [0, 0, 20, 40, 40, 20]], Box(100, 0, 110, 10)), 0);

        Assert.Equal(2, outline.RingStart.Length - 1);
        Assert.Equal(3600 - 600, AreaM2(outline), 9);
        Assert.True(NtsUnion.MultiPolygonOf(outline, 0).IsValid);
    }

    [Fact]
    public void An_empty_group_is_an_empty_feature_and_the_unbounded_face_is_refused()
    {
        var fabric = LandFabric.Of(Of(Polygons(Box(0, 0, 20, 20))), FabricOptions.Default);

        Assert.Equal(1, Outlines.Of(fabric, [[]]).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Outlines.Of(fabric, [[0]]));
    }

    [Fact]
    public void On_clean_parcels_outlines_equal_the_union_of_NetTopologySuite()
    {
        var town = new GridTown(3, 3, 5) { NoisyShare = 0, OneSidedShare = 0 };
        var parcels = town.Parcels();
        var fabric = LandFabric.Of(Of(parcels), FabricOptions.Default);
        var groups = Enumerable.Range(0, 40).Select(seed => RowsOf(new Random(seed), parcels.Count)).ToList();

        var outlines = Outlines.Of(fabric, [.. groups.Select(rows => FacesOf(fabric, rows))]);

        for (var i = 0; i < groups.Count; i++)
        {
            var union = OverlayNGRobust.Union(groups[i].Select(row => (Geometry)NtsUnion.PolygonOf(parcels, row)).ToList());
            Assert.Equal(union.Area, AreaM2(outlines, i) * Metre * Metre, union.Area * 1e-12);
            Assert.Equal(union.Length, PerimeterM(outlines, i) * Metre, union.Length * 1e-7);
        }
    }

    [Fact]
    public void On_noisy_parcels_no_outline_is_rounder_than_a_circle_and_every_outline_is_valid()
    {
        var parcels = new GridTown(3, 3, 5) { NoisyShare = 0.5, NoiseUnits = 900, OneSidedShare = 0.3 }.Parcels();
        var fabric = LandFabric.Of(Of(parcels), FabricOptions.Default);
        var groups = Enumerable.Range(0, 40).Select(seed => FacesOf(fabric, RowsOf(new Random(seed), parcels.Count))).ToList();

        var outlines = Outlines.Of(fabric, groups);

        for (var i = 0; i < groups.Count; i++)
        {
            var area = groups[i].Distinct().Sum(face => (double)fabric.TwiceArea[face]) / 2;
            Assert.Equal(area, AreaM2(outlines, i) * Metre * Metre, area * 1e-12);
            Assert.InRange(4 * Math.PI * AreaM2(outlines, i) / Math.Pow(PerimeterM(outlines, i), 2), 0, 1);
            Assert.True(NtsUnion.MultiPolygonOf(outlines, i).IsValid);
        }
    }

    private static int[] RowsOf(Random random, int count) =>
        [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < 0.4)];

    private static int[] FacesOf(LandFabric fabric, int[] rows) =>
        [.. rows.SelectMany(row => TownTests.FacesOf(fabric, row))];

    private static PolygonColumns OutlineOf(PolygonColumns parcels, params int[] rows)
    {
        var fabric = LandFabric.Of(Of(parcels), FabricOptions.Default);
        return Outlines.Of(fabric, [FacesOf(fabric, rows)]);
    }

    private static double AreaM2(PolygonColumns outline, int feature = 0) =>
        (double)outline.TwiceAreaOf(feature) / 2 / Metre / Metre;

    private static double PerimeterM(PolygonColumns outline, int feature = 0)
    {
        var sum = 0.0;
        for (var ring = outline.FeatureStart[feature]; ring < outline.FeatureStart[feature + 1]; ring++)
        {
            for (var i = outline.RingStart[ring]; i < outline.RingStart[ring + 1] - 1; i++)
            {
                sum += Math.Sqrt(Math.Pow((double)outline.X[i + 1] - outline.X[i], 2) + Math.Pow((double)outline.Y[i + 1] - outline.Y[i], 2));
            }
        }

        return sum / Metre;
    }
}
