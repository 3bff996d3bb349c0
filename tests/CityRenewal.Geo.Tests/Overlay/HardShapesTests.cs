using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Tests.Overlay;

/// <summary>Shapes that are large, written down differently, or stacked; and the same answer on any number of threads.</summary>
public class HardShapesTests
{
    private static readonly OverlayRun Run = new(TownPlans.Plane, 2);

    private static readonly Gen<double[]> ManyRadii = Gen.Double[200_000, 1_500_000].Array[65, 400];

    [Fact]
    public void A_road_network_of_many_vertices_is_measured_in_pieces_and_agrees_with_NTS() =>
        Gen.Select(ManyRadii, ManyRadii, Gen.Int[-300_000, 300_000]).Sample(
            (first, second, shift) => AssertAgreesWithNts(
                TownPlans.Polygons(TownPlans.Star(0, 0, first)), TownPlans.Polygons(TownPlans.Star(shift, shift / 2, second))),
            iter: 60);

    [Fact]
    public void Large_stacks_of_zones_are_measured_in_pieces_and_agree_with_NTS() =>
        Gen.Select(ManyRadii, ManyRadii, ManyRadii, Gen.Int[-300_000, 300_000]).Sample(
            (feature, first, second, shift) => AssertAgreesWithNts(
                TownPlans.Polygons(TownPlans.Star(0, 0, feature)),
                TownPlans.Polygons(TownPlans.Star(shift, shift / 2, first), TownPlans.Star(-shift, shift, second))),
            iter: 30);

    [Fact]
    public void The_parts_outside_and_inside_have_the_area_and_outline_that_NTS_finds() =>
        Gen.Select(
            Gen.Double[50_000, 700_000].Array[3, 30],
            Gen.Double[300_000, 1_000_000].Array[3, 90].Array[1, 3],
            Gen.Int[-600_000, 600_000]).Sample(
            (feature, zones, shift) =>
            {
                var shapes = TownPlans.Polygons(TownPlans.Star(shift, 0, feature));
                var layer = TownPlans.Polygons([.. zones.Select((radii, i) => TownPlans.Star(i * 400_000, shift, radii))]);
                var grid = AreaGrid.OfUnion(layer, 262_144, Run);
                var box = shapes.BoxOf(0);
                var union = OverlayNGRobust.Union(Enumerable.Range(0, layer.Count).Select(i => TownPlans.ToNts(layer, i)));
                var meter = new OverlapMeter(grid);

                AssertPart(SpatialFunction.Difference, meter.OutsideOf(shapes, 0, box));
                AssertPart(SpatialFunction.Intersection, meter.InsideOf(shapes, 0, box));

                void AssertPart(SpatialFunction function, (double Area, double Perimeter) part)
                {
                    var expected = OverlayNGRobust.Overlay(TownPlans.ToNts(shapes, 0), union, function);
                    Assert.Equal(TownPlans.Plane.SquareMetres(expected.Area), TownPlans.Plane.SquareMetres(part.Area), 1e-6);
                    Assert.Equal(expected.Length * 1e-4, part.Perimeter * 1e-4, 1e-5);
                }
            },
            iter: 150);

    [Fact]
    public void Turning_a_ring_starting_it_elsewhere_or_repeating_a_vertex_changes_nothing() =>
        Gen.Select(Gen.Double[50_000, 900_000].Array[3, 40], Gen.Double[50_000, 900_000].Array[3, 40], Gen.Int[1, 39]).Sample(
            (feature, zone, start) =>
            {
                var shapes = TownPlans.Polygons(TownPlans.Star(0, 0, feature));
                var zones = TownPlans.Star(300_000, 200_000, zone);
                var column = ColumnOf(shapes, TownPlans.Polygons(zones));
                var other = ColumnOf(
                    TownPlans.Polygons(Rewritten(TownPlans.Star(0, 0, feature), start)),
                    TownPlans.Polygons(Rewritten(zones, start)));

                Assert.Equal(column.AreaOf(0), other.AreaOf(0), 1e-9);
            },
            iter: 150);

    [Fact]
    public void A_ring_of_a_million_vertices_is_measured_in_moments()
    {
        var random = new Random(5);
        var radii = Enumerable.Range(0, 1_000_000).Select(_ => 90_000_000 + (random.NextDouble() * 100_000)).ToArray();
        var ring = TownPlans.Polygons(TownPlans.Star(0, 0, radii));
        var zones = TownPlans.Polygons(
            TownPlans.Rectangle(-100_000_000, -100_000_000, 100_000_000, 200_000_000),
            TownPlans.Rectangle(-50_000_000, -100_000_000, 50_000_000, 200_000_000),
            TownPlans.Rectangle(0, -100_000_000, 100_000_000, 200_000_000));
        var whole = TownPlans.Plane.SquareMetresOfTwice(ring.TwiceAreaOf(0));

        Assert.Equal(whole, ColumnOf(ring, zones).AreaOf(0), whole * 1e-12);
        Assert.Equal(
            ColumnOf(ring, TownPlans.Polygons(TownPlans.Rectangle(-100_000_000, -100_000_000, 130_000_000, 200_000_000))).AreaOf(0),
            ColumnOf(
                TownPlans.Polygons(TownPlans.Rectangle(-100_000_000, -100_000_000, 130_000_000, 200_000_000)), ring).AreaOf(0),
            1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_bytes(int threads)
    {
        var parcels = TownPlans.Parcels(100, 300_000, 3);
        var zones = TownPlans.Parcels(20, 1_490_000, 4);
        var buildings = TownPlans.Parcels(130, 223_000, 5);

        Assert.Equal(Bytes(parcels, zones, buildings, 2), Bytes(parcels, zones, buildings, threads));
    }

    [Fact]
    public void Work_that_is_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ParcelFacts.Of(
            new TownBuilder().Parcels(TownPlans.Parcels(10, 300_000, 3)).Build(), new OverlayOptions(), null, source.Token));
    }

    [Fact]
    public void A_parcel_without_geometry_is_nowhere_and_has_no_share()
    {
        var shapes = new PolygonColumnsBuilder().EndFeature().Ring([0, 9, 0], [0, 9, 0], isHole: false).EndFeature().ToColumns();
        var column = ColumnOf(shapes, TownPlans.Polygons(TownPlans.Rectangle(-10, -10, 100, 100)));

        Assert.Equal((0.0, 0.0), (column.AreaOf(0), column.AreaOf(1)));
        Assert.True(double.IsNaN(column.ShareOf(0)) && double.IsNaN(column.ShareOf(1)));
    }

    private static byte[] Bytes(PolygonColumns parcels, PolygonColumns zones, PolygonColumns buildings, int threads)
    {
        var city = new TownBuilder().Parcels(parcels).Buildings(buildings, storeys: [.. Enumerable.Range(0, buildings.Count)])
            .Layer("udb", zones).Layer("planning_units", zones).Build();
        var facts = ParcelFacts.Of(city, new OverlayOptions { Threads = threads });
        return [.. FactTable.Of(city, facts).ToCsv(threads).SelectMany(piece => piece.ToArray())];
    }

    private static int[] Rewritten(int[] ring, int start)
    {
        var corners = Enumerable.Range(0, ring.Length / 2).Select(i => (X: ring[2 * i], Y: ring[(2 * i) + 1])).ToArray();
        var turned = corners.Skip(start % corners.Length).Concat(corners.Take(start % corners.Length)).Reverse();
        return [.. turned.SelectMany((corner, i) => i % 3 == 0 ? new[] { corner, corner } : [corner]).SelectMany(c => new[] { c.X, c.Y })];
    }

    private static void AssertAgreesWithNts(PolygonColumns shapes, PolygonColumns zones)
    {
        var union = OverlayNGRobust.Union(Enumerable.Range(0, zones.Count).Select(zone => TownPlans.ToNts(zones, zone)));
        var expected = OverlayNGRobust.Overlay(TownPlans.ToNts(shapes, 0), union, SpatialFunction.Intersection);
        Assert.Equal(TownPlans.Plane.SquareMetres(expected.Area), ColumnOf(shapes, zones).AreaOf(0), 1e-6);
    }

    private static LayerColumn ColumnOf(PolygonColumns shapes, PolygonColumns zones) =>
        LayerColumn.Of("zones", shapes, MeasuredFeatures.Of(shapes, Run), AreaGrid.OfUnion(zones, 262_144, Run), Run);
}
