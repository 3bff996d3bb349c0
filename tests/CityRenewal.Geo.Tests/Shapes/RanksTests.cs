using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Shapes;

public sealed class RanksTests
{
    // Few different values, so that many are equal to the pivot.
    [Fact]
    public void The_value_at_a_place_is_that_of_the_sorted_values() =>
        Gen.Select(Gen.Int[0, 40].Select(value => (double)value).Array[1, 400], Gen.Double[0, 1]).Sample((values, share) =>
        {
            var place = (int)(share * (values.Length - 1));
            var sorted = values.Order().ToArray();
            return Ranks.Place(values, place) == sorted[place] && values.Order().SequenceEqual(sorted);
        });
}
