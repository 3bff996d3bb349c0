using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Metrics;

public class ShapePropertyTests
{
    // Star-shaped around the origin, 5 to 40 corners, 100 to 400 m out.
    private static readonly Gen<(double X, double Y)[]> Star = Gen.Double[100, 400].Array[5, 40].Select(reaches =>
        reaches.Select((reach, i) => 2 * Math.PI * i / reaches.Length is var angle
            ? (reach * Math.Cos(angle), reach * Math.Sin(angle)) : default).ToArray());

    [Fact]
    public void Every_ratio_of_the_circle_lies_between_zero_and_one() =>
        Star.Sample(ring => Drawn.OneForACircle.All(measure =>
            Drawn.Value(measure, Drawn.Of(ring)) is var value and > 0 && value <= MostOf(measure)), iter: 30);

    [Fact]
    public void No_rectangle_beats_a_square() =>
        Gen.Select(Gen.Double[10, 500], Gen.Double[10, 500]).Sample((width, depth) =>
        {
            Outline rectangle = Drawn.Rectangle(width, depth), square = Drawn.Square(100);
            // The search for the largest inner circle ends within 0.2 %, ways are sampled at 48 points.
            return Drawn.OneForACircle.All(measure =>
                Drawn.Value(measure, rectangle) <= Drawn.Value(measure, square) + (IsNumeric(measure) ? 0.006 : 1e-6));
        }, iter: 30);

    [Fact]
    public void Moving_turning_and_growing_change_no_ratio() =>
        Gen.Select(Star, Gen.Double[0, 6], Gen.Double[-5000, 5000], Gen.Double[0.5, 8]).Sample((ring, turn, shift, growth) =>
        {
            double cosine = growth * Math.Cos(turn), sine = growth * Math.Sin(turn);
            var moved = Drawn.Of([.. ring.Select(p => ((p.X * cosine) - (p.Y * sine) + shift, (p.X * sine) + (p.Y * cosine) - shift))]);

            // Of two rectangles around it that are equally small either may be taken: length to width is tried on a plain one below.
            return Drawn.OneForACircle.Where(measure => measure != ShapeMeasure.LengthWidth).All(measure =>
                Math.Abs(Drawn.Value(measure, moved) - Drawn.Value(measure, Drawn.Of(ring))) <= (IsNumeric(measure) ? 0.01 : 1e-5));
        }, iter: 30);

    [Fact]
    public void Turning_and_growing_change_no_ratio_of_length_to_width() =>
        Gen.Select(Gen.Double[0, 6], Gen.Double[0.5, 8]).Sample((turn, growth) =>
        {
            double cosine = growth * Math.Cos(turn), sine = growth * Math.Sin(turn);
            (double X, double Y)[] ring = [(0, 0), (300, 0), (300, 100), (0, 100)];
            var turned = Drawn.Of([.. ring.Select(p => ((p.X * cosine) - (p.Y * sine), (p.X * sine) + (p.Y * cosine)))]);
            return Math.Abs(Drawn.Value(ShapeMeasure.LengthWidth, turned) - (1.0 / 3)) <= 1e-5;
        }, iter: 30);

    [Fact]
    public void The_first_vertex_of_a_ring_does_not_matter() =>
        Gen.Select(Star, Gen.Int[1, 4]).Sample((ring, first) =>
        {
            var turned = Drawn.Of([.. ring[first..], .. ring[..first]]);
            return Drawn.OneForACircle.Where(measure => measure != ShapeMeasure.Traversal).All(measure =>
                Math.Abs(Drawn.Value(measure, turned) - Drawn.Value(measure, Drawn.Of(ring))) <= 1e-9);
        }, iter: 30);

    [Fact]
    public void A_hole_lowers_every_ratio_of_area_and_is_counted()
    {
        (double, double)[] shell = [(0, 0), (100, 0), (100, 100), (0, 100)];
        var ring = Drawn.WithHole(shell, [(40, 40), (60, 40), (60, 60), (40, 60)]);
        Assert.Equal(9600, ring.Area);
        Assert.Equal(480, ring.Perimeter);
        Assert.Equal(4 * Math.PI * 9600 / (480 * 480), PolsbyPopper.Of(ring).Value!.Value, 1e-12);
        Assert.Equal(0.96, ConvexHullRatio.Of(ring).Value!.Value, 1e-12);
        Assert.Equal(0.96 * 2 / Math.PI, Reock.Of(ring).Value!.Value, 1e-12);
        Assert.Equal((1.0, 1.0), (HoleCount.Of(ring).Value!.Value, PartCount.Of(ring).Value!.Value));
        // I of the square less that of the hole: side⁴/6 each.
        Assert.Equal(9600.0 * 9600 / (2 * Math.PI * ((1e8 - 160_000) / 6)), MomentOfInertia.Of(ring).Value!.Value, 1e-12);
    }

    [Fact]
    public void Several_parts_add_up_and_share_one_hull_and_one_circle()
    {
        var parts = Drawn.Of([(0, 0), (10, 0), (10, 10), (0, 10)], [(20, 0), (30, 0), (30, 10), (20, 10)]);
        Assert.Equal((200.0, 80.0), (parts.Area, parts.Perimeter));
        Assert.Equal(200.0 / 300, ConvexHullRatio.Of(parts).Value!.Value, 1e-12);
        Assert.Equal(200 / (Math.PI * 250), Reock.Of(parts).Value!.Value, 1e-12);
        Assert.Equal(0.5, Fragmentation.Of(parts).Value!.Value, 1e-12);
        Assert.Equal(2, PartCount.Of(parts).Value);
        // Each part about itself, and both 10 m from the middle.
        Assert.Equal(40_000 / (2 * Math.PI * ((2 * 10_000 / 6.0) + (200 * 100))), MomentOfInertia.Of(parts).Value!.Value, 1e-12);
    }

    [Fact]
    public void Without_an_area_no_shape_applies_and_the_reason_is_said()
    {
        foreach (var outline in new[] { Drawn.Of([(0, 0), (10, 0), (20, 0)]), Drawn.Of() })
        {
            Assert.Equal(0, outline.Area);
            Assert.All(Drawn.OneForACircle, measure =>
            {
                var measured = ShapeFormula.All[(int)measure].Of(outline);
                Assert.Equal((MeasuredState.NotApplicable, "no_area"), (measured.State, measured.WhyNot!.Code));
            });
        }
    }

    [Fact]
    public void A_batch_gives_what_single_outlines_give_on_any_number_of_threads()
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var i in Enumerable.Range(0, 1500))
        {
            Drawn.Add(builder, Drawn.Corners(3 + (i % 9), 50 + i, i), false).EndFeature();
        }

        builder.EndFeature(); // one without a shape
        var shapes = builder.ToColumns();
        var one = ShapeMeasures.Of(shapes, Drawn.Plane, ShapeSelection.Quick, threads: 1);
        var four = ShapeMeasures.Of(shapes, Drawn.Plane, ShapeSelection.Quick, threads: 4);
        foreach (var measure in ShapeSelection.Quick.Measures)
        {
            Assert.Equal(one.Value(measure).ToArray(), four.Value(measure).ToArray());
            Assert.Equal(ShapeFormula.All[(int)measure].Of(new Outline(shapes, 700, Drawn.Plane)), one[700, measure]);
        }

        Assert.Equal("no_area", one[1500, ShapeMeasure.Reock].WhyNot!.Code);
        Assert.Contains("selection", Assert.Throws<ArgumentException>(() => one[0, ShapeMeasure.Depth]).Message);
    }

    // A boundary folded towards the centroid may lift the mean distance to it above that of a circle; see the formula's file.
    private static double MostOf(ShapeMeasure measure) => measure == ShapeMeasure.Dispersion ? 1.1 : 1;

    private static bool IsNumeric(ShapeMeasure measure) =>
        measure is ShapeMeasure.Depth or ShapeMeasure.Girth or ShapeMeasure.Traversal or ShapeMeasure.Cohesion;
}
