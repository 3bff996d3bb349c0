using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>The measures with a numeric error: known values lie in the interval, and the interval is narrow.</summary>
public class NumericShapeTests
{
    private static readonly double Silver = Math.Log(1 + Math.Sqrt(2));

    [Fact]
    public void The_mean_distance_between_points_of_a_square_is_the_known_constant()
    {
        var mean = (2 + Math.Sqrt(2) + (5 * Silver)) / 15;
        AssertHolds(128 / (45 * Math.PI) / Math.Sqrt(Math.PI) / mean, Cohesion.Of(Drawn.Square(300)), 1e-6, 2e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_mean_depth_of_a_rectangle_is_its_closed_form(int slenderness)
    {
        var outline = Drawn.Rectangle(100, 100 * slenderness);
        var mean = 100.0 * ((3 * slenderness) - 1) / (12 * slenderness);
        AssertHolds(mean / (outline.EqualAreaRadius / 3), Depth.Of(outline), 2e-3, 5e-3);
        AssertHolds(50 / outline.EqualAreaRadius, Girth.Of(outline), 2.1e-3, 2.1e-3);
    }

    [Fact]
    public void The_largest_circle_in_a_triangle_is_the_inscribed_one()
    {
        var outline = Drawn.Of([(0, 0), (400, 0), (0, 300)]);
        AssertHolds(100 / outline.EqualAreaRadius, Girth.Of(outline), 2.1e-3, 2.1e-3);
        AssertHolds(100.0 / 3 / (outline.EqualAreaRadius / 3), Depth.Of(outline), 2e-3, 5e-3);
    }

    [Fact]
    public void The_way_through_a_convex_outline_is_straight()
    {
        // Mean distance between two points of a unit square's boundary: same, adjacent and opposite sides.
        var adjacent = (Math.Sqrt(2) + Silver) / 3;
        var opposite = ((2 - Math.Sqrt(2)) / 3) + Silver;
        var mean = (1.0 / 3 / 4) + (adjacent / 2) + (opposite / 4);
        AssertHolds(4 / Math.PI / Math.Sqrt(Math.PI) / mean, Traversal.Of(Drawn.Square(100)), 2e-3, 1e-2);
    }

    [Fact]
    public void The_way_through_an_angle_bends_around_its_inner_corner()
    {
        (double X, double Y)[] angle = [(0, 0), (100, 0), (100, 10), (10, 10), (10, 100), (0, 100)];
        var points = Enumerable.Range(0, 400).Select(i => At(angle, i + 0.5)).ToArray();
        var mean = points.SelectMany(p => points.Select(q => Way(p, q))).Average();
        var outline = Drawn.Of(angle);
        AssertHolds(4 / Math.PI * outline.EqualAreaRadius / mean, Traversal.Of(outline), 2e-3, 1e-2);

        static double Way((double X, double Y) p, (double X, double Y) q)
        {
            if (p.X > q.X)
            {
                (p, q) = (q, p);
            }

            // Only from one arm to the other the corner at (10, 10) may be in the way.
            var isClear = p.Y <= 10 || q.X <= 10 || p.Y + ((q.Y - p.Y) * (10 - p.X) / (q.X - p.X)) <= 10;
            return isClear ? Distance(p, q) : Distance(p, (10, 10)) + Distance((10, 10), q);
        }
    }

    [Fact]
    public void A_corner_in_the_middle_of_a_straight_side_changes_nothing()
    {
        var plain = Traversal.Of(Drawn.Square(100)).Value!.Value;
        var noded = Traversal.Of(Drawn.Of([(50, 0), (100, 0), (100, 100), (0, 100), (0, 0)])).Value!.Value;
        Assert.Equal(plain, noded, 0.002);
    }

    [Fact]
    public void A_hole_is_walked_around()
    {
        (double, double)[] shell = [(0, 0), (100, 0), (100, 100), (0, 100)];
        (double, double)[] hole = [(10, 10), (90, 10), (90, 90), (10, 90)];
        var ring = Drawn.WithHole(shell, hole);
        var full = Drawn.Of(shell);
        var mean = 4 / Math.PI * ring.EqualAreaRadius / Traversal.Of(ring).Value!.Value;
        var straight = 4 / Math.PI * full.EqualAreaRadius / Traversal.Of(full).Value!.Value;
        // Along the boundary of a square of side 100 the mean way is 100; corners may be cut by 10 m of land.
        Assert.InRange(mean, straight * 1.1, 100);
        AssertHolds(5 / ring.EqualAreaRadius * Math.Sqrt(2) * 2 / (Math.Sqrt(2) + 1), Girth.Of(ring), 5e-3, 5e-3);
    }

    [Fact]
    public void Several_parts_have_no_way_between_them_and_say_so()
    {
        var traversal = Traversal.Of(Drawn.Of([(0, 0), (10, 0), (10, 10)], [(20, 20), (30, 20), (30, 30)]));
        Assert.Equal(MeasuredState.NotApplicable, traversal.State);
        Assert.Equal("several_parts", traversal.WhyNot!.Code);
    }

    [Fact]
    public void An_outline_of_very_many_vertices_keeps_its_values()
    {
        var many = Drawn.Polygon(20_000, 1000);
        foreach (var measure in Drawn.OneForACircle)
        {
            Assert.Equal(1, Drawn.Value(measure, many), 0.002);
        }
    }

    private static void AssertHolds(double expected, Measured measured, double tolerance, double width)
    {
        Assert.InRange(expected, measured.Low!.Value - 1e-9, measured.High!.Value + 1e-9);
        Assert.Equal(expected, measured.Value!.Value, tolerance);
        Assert.InRange(measured.Error, 0, width);
    }

    private static (double X, double Y) At((double X, double Y)[] ring, double along)
    {
        for (var i = 0; ; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
            var length = Distance(from, to);
            if (along <= length)
            {
                return (from.X + ((to.X - from.X) * along / length), from.Y + ((to.Y - from.Y) * along / length));
            }

            along -= length;
        }
    }

    private static double Distance((double X, double Y) p, (double X, double Y) q) =>
        Math.Sqrt(((p.X - q.X) * (p.X - q.X)) + ((p.Y - q.Y) * (p.Y - q.Y)));
}
