using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CsCheck;
using static CityRenewal.Geo.Tests.Defects.Delivered;

namespace CityRenewal.Geo.Tests.Defects;

public class RingCheckTests
{
    public static TheoryData<string, double[]> Rings => new()
    {
        { "", [0, 0, 10, 0, 10, 10, 0, 10, 0, 0] },
        { "unclosed_ring", [0, 0, 10, 0, 10, 10, 0, 10] },
        { "self_intersection", [0, 0, 10, 10, 10, 0, 0, 10, 0, 0] },
        { "repeated_vertex", [0, 0, 10, 0, 10, 0, 10, 10, 0, 10, 0, 0] },
        { "spike", [0, 0, 10, 0, 13, 0, 10, 0, 10, 10, 0, 10, 0, 0] },
        { "zero_area", [0, 0, 10, 0, 0, 0, 0, 0] },
        { "zero_area", [0, 0, 5, 5, 10, 10, 0, 0] },
        { "nan_coordinate", [0, 0, double.NaN, 0, 10, 10, 0, 10, 0, 0] },
        { "nan_coordinate", [0, 0, double.PositiveInfinity, 0, 10, 10, 0, 10, 0, 0] },
        { "far_from_layer", [0, 0, 1e300, 0, 1e300, 1e300, 0, 10, 0, 0] },
        { "sliver", [0, 0, 100, 0, 100, 0.2, 0, 0.2, 0, 0] },
        { "self_touch", [0, 0, 10, 0, 10, 10, 5, 0, 0, 10, 0, 0] },
        { "null_geometry", [] },
    };

    [Theory]
    [MemberData(nameof(Rings))]
    public void A_ring_is_named_for_what_is_wrong_with_it(string code, double[] ring)
    {
        var layer = ring.Length == 0 ? Polygons(LayerNames.Parcels, [[]]) : Parcels(ring);

        Assert.Equal(code, string.Join(' ', Check(layer).Select(defect => defect.Code)));
    }

    [Fact]
    public void Only_a_ring_that_runs_against_most_of_its_layer_is_named()
    {
        double[] clockwise = [0, 0, 0, 10, 10, 10, 10, 0, 0, 0];

        Assert.Equal(["ring_orientation"], Codes(Parcels(clockwise, Square(10, 0, 10), Square(20, 0, 10))));
        Assert.Empty(Codes(Parcels(clockwise, [20, 0, 20, 10, 30, 10, 30, 0, 20, 0])));
    }

    [Fact]
    public void A_figure_of_eight_through_one_vertex_crosses_itself() =>
        Assert.Equal(["self_intersection"], Codes(Parcels([0, 0, 5, 5, 10, 10, 10, 0, 5, 5, 0, 10, 0, 0])));

    [Fact]
    public void Two_squares_that_meet_in_a_corner_touch() =>
        Assert.Equal(["self_touch"], Codes(Parcels([0, 0, 5, 0, 5, 5, 10, 5, 10, 10, 5, 10, 5, 5, 0, 5, 0, 0])));

    public static TheoryData<string, double[]> Holes => new()
    {
        { "", [2, 2, 2, 4, 4, 4, 4, 2, 2, 2] },
        { "hole_outside_shell", [22, 2, 22, 4, 24, 4, 24, 2, 22, 2] },
        { "hole_equals_shell", [10, 10, 10, 0, 0, 0, 0, 10, 10, 10] },
        { "hole_crosses_shell", [5, 5, 5, 15, 7, 15, 7, 5, 5, 5] },
    };

    [Theory]
    [MemberData(nameof(Holes))]
    public void A_hole_is_compared_with_its_shell(string code, double[] hole) =>
        Assert.Equal(code, string.Join(' ', Codes(Polygons(LayerNames.Parcels, [[Square(0, 0, 10), hole]]))));

    [Fact]
    public void A_defect_says_which_feature_where_and_what_to_do()
    {
        var layer = Polygons(
            LayerNames.Parcels,
            [[Square(0, 0, 10)], [[20, 0, 30, 10, 30, 0, 20, 10, 20, 0]]],
            new TextSource("parcel_id", TextColumn.From(["P1", "P2"])));

        var defect = Assert.Single(Check(layer));

        Assert.Equal(("parcels", "P2", 2L), (defect.Layer, defect.Id, defect.Fid));
        Assert.InRange(defect.X, 20, 30);
        Assert.NotEmpty(defect.Message);
        Assert.NotEmpty(defect.Remedy);
    }

    [Fact]
    public void A_ring_of_a_million_vertices_is_checked_without_comparing_all_pairs()
    {
        var ring = new double[2_000_002];
        for (var i = 0; i <= 1_000_000; i++)
        {
            var angle = i % 1_000_000 * Math.Tau / 1_000_000;
            var radius = 1000 + (i % 2 * 0.001);
            (ring[2 * i], ring[(2 * i) + 1]) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }

        Assert.Empty(Check(Parcels(ring)));
        (ring[1000], ring[1004], ring[1001], ring[1005]) = (ring[1004], ring[1000], ring[1005], ring[1001]);
        Assert.Contains("self_intersection", Codes(Parcels(ring)));
    }

    [Fact]
    public void The_search_for_crossings_agrees_with_comparing_all_edges() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Array[4, 24].Sample(points =>
        {
            var ring = points.Append(points[0]).SelectMany(p => new double[] { p.Item1, p.Item2 }).ToArray();
            var path = new RingPath();
            path.Take([.. ring.Where((_, i) => i % 2 == 0)], [.. ring.Where((_, i) => i % 2 == 1)]);
            return ProperlyCrosses(path) ? new RingMeetings(path, path).Search().Found == SegmentMeeting.Cross : true;
        });

    private static bool ProperlyCrosses(RingPath ring) =>
        Enumerable.Range(0, ring.Count).Any(i => Enumerable.Range(i + 1, ring.Count - i - 1).Any(j =>
            Side(ring, i, j) * Side(ring, i, ring.After(j)) < 0 && Side(ring, j, i) * Side(ring, j, ring.After(i)) < 0));

    private static int Side(RingPath ring, int edge, int vertex)
    {
        var (a, b) = (edge, ring.After(edge));
        var cross = ((ring.X(b) - ring.X(a)) * (ring.Y(vertex) - ring.Y(a))) - ((ring.Y(b) - ring.Y(a)) * (ring.X(vertex) - ring.X(a)));
        return Math.Sign(cross);
    }

    private static IReadOnlyList<Defect> Check(SourceLayer layer) => LayerChecks.Check([layer], DefectOptions.WithoutBaseline);

    private static IEnumerable<string> Codes(SourceLayer layer) => Check(layer).Select(defect => defect.Code);
}
