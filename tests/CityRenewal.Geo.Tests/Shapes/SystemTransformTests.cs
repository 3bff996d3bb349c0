using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Shapes;

public class SystemTransformTests
{
    [Theory]
    [InlineData(4545, 4544)]
    [InlineData(4544, 4545)]
    [InlineData(4524, 4544)]
    [InlineData(32648, 4545)]
    [InlineData(4490, 4545)]
    public void A_point_of_Chongqing_lands_within_a_tenth_of_a_millimetre_of_where_PROJ_puts_it(int source, int target)
    {
        var places = Gen.Select(Gen.Double[105.3, 109.2], Gen.Double[28.2, 32.2]).Array[200].Single();
        var given = source == 4490 ? [.. places.Select(p => (p.Item2, p.Item1))] : Proj.Convert("EPSG:4490", Code(source), places.Select(p => (p.Item2, p.Item1)));
        var expected = Proj.Convert(Code(source), Code(target), given);

        // The register puts north first in all of these but UTM.
        var isEastFirst = source == 32648;
        double[] x = [.. given.Select(p => isEastFirst ? p.First : p.Second)], y = [.. given.Select(p => isEastFirst ? p.Second : p.First)];
        var (east, north) = (new double[x.Length], new double[x.Length]);
        SystemTransform.Between(source, target).Map(x, y, east, north);

        Assert.All(Enumerable.Range(0, x.Length), i =>
        {
            Assert.Equal(expected[i].Second, east[i], tolerance: 1e-4);
            Assert.Equal(expected[i].First, north[i], tolerance: 1e-4);
        });
    }

    [Theory]
    [InlineData(4545, 4545)]
    [InlineData(4544, 4507)]
    [InlineData(4326, 4490)]
    public void Numbers_that_mean_the_same_place_stay_to_the_last_bit(int source, int target)
    {
        double[] x = [106.54321098765432, double.NaN], y = [29.123456789012345, 1], east = [0, 0], north = [0, 0];

        SystemTransform.Between(source, target).Map(x, y, east, north);

        Assert.Equal(x, east);
        Assert.Equal(y, north);
    }

    [Fact]
    public void What_is_out_of_reach_has_no_image()
    {
        double[] east = [0], north = [0];

        SystemTransform.Between(4545, 4544).Map([9e9], [3e6], east, north);

        Assert.True(double.IsNaN(east[0]) && double.IsNaN(north[0]));
    }

    [Fact]
    public void A_system_for_input_only_is_no_target() =>
        Assert.Throws<NotSupportedException>(() => SystemTransform.Between(4545, 3857));

    private static string Code(int epsg) => $"EPSG:{epsg}";
}
