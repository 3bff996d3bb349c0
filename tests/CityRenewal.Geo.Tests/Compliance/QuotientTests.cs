using CityRenewal.Geo.Compliance;
using CsCheck;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>The ends of a quotient of uncertain sums, against every choice of corners.</summary>
public class QuotientTests
{
    private static readonly Gen<Weight> AnyWeight = Gen.OneOf(
        Gen.Const(Weight.Yes), Gen.Const(Weight.No), Gen.Const(Weight.Unknown), Hundredths(100).Select(Weight.Part));

    private static readonly Gen<Weight> Whole = Gen.OneOf(Gen.Const(Weight.Yes), Gen.Const(Weight.No), Gen.Const(Weight.Unknown));

    private static readonly Gen<TermElement> Known =
        Gen.Select(Hundredths(10_000), Hundredths(2_000), AnyWeight, AnyWeight, (value, spread, above, below) =>
            new TermElement(0, Math.Max(0, value - spread), value, value + spread, above, below));

    // What is unknown counts as 0 and has no upper end; whole weights, as every condition gives them to one that is unknown.
    private static readonly Gen<TermElement> Unknowns = Gen.Select(
        Whole, Whole,
        (above, below) => new TermElement(0, 0, 0, double.PositiveInfinity, above, below));

    // Floor areas and the like: nothing in a town is smaller than a hundredth and more than nothing.
    private static Gen<double> Hundredths(int most) => Gen.Int[0, most].Select(number => number / 100.0);

    [Fact]
    public void The_ends_are_those_of_all_corners_of_known_elements() =>
        Known.Array[1, 5].Sample(elements =>
        {
            var quotient = new Quotient([.. elements]);
            var (least, most) = Corners(elements, 0);
            AssertEnd(least, quotient.Least, quotient);
            AssertEnd(most, quotient.Most, quotient);
        });

    [Fact]
    public void An_element_without_upper_end_pulls_the_quotient_to_its_own_and_never_beyond() =>
        Gen.Select(Known.Array[0, 3], Unknowns.Array[1, 2]).Sample((known, unknown) =>
        {
            TermElement[] elements = [.. known, .. unknown];
            var quotient = new Quotient([.. elements]);
            // A million million square metres stand for no upper end.
            var (least, most) = Corners(elements, 1e12);
            AssertEnd(least, quotient.Least, quotient);
            AssertEnd(most, quotient.Most, quotient);
        });

    [Fact]
    public void The_value_lies_between_the_ends() =>
        Known.Array[1, 6].Sample(elements =>
        {
            var quotient = new Quotient([.. elements]);
            Assert.True(quotient.Value is not { } value || (quotient.Least <= value + 1e-9 && value <= quotient.Most + 1e-9));
        });

    [Fact]
    public void What_nobody_knows_to_lie_below_the_line_still_has_an_exact_lower_end()
    {
        // All of it counts above, and nothing tells whether it counts below: at least 1.
        var quotient = new Quotient([new TermElement(0, 100, 100, 100, Weight.Yes, Weight.Unknown)]);

        Assert.Null(quotient.Value);
        Assert.Equal((1, double.PositiveInfinity), (quotient.Least, quotient.Most));
    }

    private static void AssertEnd(double expected, double actual, Quotient quotient)
    {
        if (quotient.HasNothingBelow || double.IsNaN(expected))
        {
            return;
        }

        Assert.True(
            double.IsInfinity(expected) || expected > 1e8 ? actual > 1e8 : Math.Abs(expected - actual) <= 1e-6 * Math.Max(1, Math.Abs(expected)),
            $"{expected} by corners, {actual} found, value {quotient.Value}");
    }

    // Every element takes each of its amounts with each of its weights; 0/0 is no quotient, something over nothing is endless.
    private static (double Least, double Most) Corners(TermElement[] elements, double endless)
    {
        double least = double.NaN, most = double.NaN;
        void Go(int at, double above, double below)
        {
            if (at == elements.Length)
            {
                if (below > 0 || above > 0)
                {
                    var quotient = below > 0 ? above / below : double.PositiveInfinity;
                    least = double.IsNaN(least) ? quotient : Math.Min(least, quotient);
                    most = double.IsNaN(most) ? quotient : Math.Max(most, quotient);
                }

                return;
            }

            var element = elements[at];
            foreach (var amount in (double[])[element.Low, double.IsInfinity(element.High) ? endless : element.High])
            {
                foreach (var up in (double[])[element.Above.Low, element.Above.High])
                {
                    foreach (var down in (double[])[element.Below.Low, element.Below.High])
                    {
                        Go(at + 1, above + (amount * up), below + (amount * down));
                    }
                }
            }
        }

        Go(0, 0, 0);
        return (least, most);
    }
}
