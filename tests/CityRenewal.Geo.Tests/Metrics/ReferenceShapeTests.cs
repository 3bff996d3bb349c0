using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>The published reference values and closed forms of the shape family.</summary>
public class ReferenceShapeTests
{
    [Theory]
    [InlineData(1, 0.785, 0.886, 0.637, 0.955, 0.909)]
    [InlineData(2, 0.698, 0.836, 0.509, 0.764, 0.742)]
    [InlineData(3, 0.589, 0.767, 0.382, 0.573, 0.622)]
    [InlineData(4, 0.503, 0.709, 0.300, 0.449, 0.545)]
    [InlineData(5, 0.436, 0.661, 0.245, 0.367, 0.491)]
    [InlineData(10, 0.260, 0.510, 0.126, 0.189, 0.352)]
    public void A_rectangle_scores_as_in_the_reference_table(
        int slenderness, double polsbyPopper, double schwartzberg, double reock, double inertia, double exchange)
    {
        var outline = Drawn.Rectangle(100, 100 * slenderness);
        Assert.Equal(polsbyPopper, PolsbyPopper.Of(outline).Value!.Value, 0.0005);
        Assert.Equal(schwartzberg, Schwartzberg.Of(outline).Value!.Value, 0.0005);
        Assert.Equal(reock, Reock.Of(outline).Value!.Value, 0.0005);
        Assert.Equal(inertia, MomentOfInertia.Of(outline).Value!.Value, 0.0006);
        Assert.Equal(exchange, Exchange.Of(outline).Value!.Value, 0.0005);
        Assert.Equal(1, ConvexHullRatio.Of(outline).Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_rectangle_scores_its_closed_forms(int k)
    {
        var outline = Drawn.Rectangle(10, 10 * k);
        Assert.Equal(Math.PI * k / ((1.0 + k) * (1 + k)), PolsbyPopper.Of(outline).Value!.Value, 1e-14);
        Assert.Equal(4.0 * k / (Math.PI * (1 + (k * k))), Reock.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(6.0 * k / (Math.PI * (1 + (k * k))), MomentOfInertia.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(1.0 / k, LengthWidth.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(1, Rectangularity.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(1, EquivalentRectangularIndex.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(2 * Math.Sqrt(k / Math.PI) / Math.Sqrt(1 + (k * k)), LongestChord.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(Schwartzberg.Of(outline).Value!.Value, Detour.Of(outline).Value!.Value, 1e-12);
        Assert.Equal(MomentOfInertia.Of(outline), Spin.Of(outline));
        Assert.Equal(Schwartzberg.Of(outline), PerimeterIndex.Of(outline));
    }

    [Fact]
    public void A_square_scores_the_closed_forms_of_its_mean_distances()
    {
        var square = Drawn.Square(100);
        var silver = Math.Log(1 + Math.Sqrt(2));
        var r = 1 / Math.Sqrt(Math.PI);
        Assert.Equal(2.0 / 3 * r / ((Math.Sqrt(2) + silver) / 6), Proximity.Of(square).Value!.Value, 1e-12);
        Assert.Equal(r / ((Math.Sqrt(2) + silver) / 4), Dispersion.Of(square).Value!.Value, 1e-12);
        Assert.Equal(1, SquareCompactness.Of(square).Value!.Value, 1e-12);
        Assert.Equal(1, FractalDimension.Of(square).Value!.Value, 1e-12);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(32)]
    public void A_regular_polygon_scores_its_closed_form(int corners) => Assert.Equal(
        Math.PI / (corners * Math.Tan(Math.PI / corners)),
        PolsbyPopper.Of(Drawn.Polygon(corners, 1000)).Value!.Value,
        1e-6);

    [Fact]
    public void A_thirty_two_gon_is_nearly_but_never_a_circle()
    {
        var polygon = Drawn.Polygon(32, 1000);
        Assert.Equal(0.9968, PolsbyPopper.Of(polygon).Value!.Value, 0.00005);
        Assert.Equal(0.9936, polygon.Area / (Math.PI * 1000 * 1000), 0.00005);
        Assert.Equal(0.9936, Reock.Of(polygon).Value!.Value, 0.00005);
    }

    [Fact]
    public void A_circle_of_many_corners_scores_one_on_every_ratio_of_the_circle()
    {
        var circle = Drawn.Polygon(2000, 500);
        foreach (var measure in Drawn.OneForACircle)
        {
            Assert.Equal(1, Drawn.Value(measure, circle), 0.001);
        }
    }

    [Theory]
    [InlineData(1000, 0.005, 0.074)]
    [InlineData(1000, 0.001, 0.458)]
    [InlineData(100, 0.005, 0.645)]
    public void Teeth_on_one_side_ruin_the_boundary_index_and_leave_inertia_alone(int teeth, double amplitude, double expected)
    {
        // The teeth stand half inside and half outside, so the area stays.
        const double Side = 1000;
        var top = Enumerable.Range(0, 2 * teeth).Select(i =>
            (Side - (Side * (i + 0.5) / (2 * teeth)), Side + (Side * amplitude * ((i % 2) - 0.5))));
        var outline = Drawn.Of([(0, 0), (Side, 0), (Side, Side), .. top, (0, Side)]);
        Assert.Equal(expected, PolsbyPopper.Of(outline).Value!.Value, 0.0006);
        Assert.Equal(3 / Math.PI, MomentOfInertia.Of(outline).Value!.Value, 0.003);
    }
}
