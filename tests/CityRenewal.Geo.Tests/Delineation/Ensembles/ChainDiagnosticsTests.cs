using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Ensembles;

/// <summary>Against the formulas as numpy computes them on the same numbers.</summary>
public class ChainDiagnosticsTests
{
    [Fact]
    public void Independent_draws_agree_and_are_worth_what_they_are()
    {
        double[][] chains = [Uneven(40, 1), Uneven(40, 2), Uneven(40, 3)];

        Assert.Equal(1.00346506700393, ChainDiagnostics.RHat(chains)!.Value, 9);
        Assert.Equal(74.94731078858283, ChainDiagnostics.EffectiveSize(chains)!.Value, 7);
    }

    [Fact]
    public void Draws_that_follow_each_other_are_worth_fewer()
    {
        double[][] few = [Following(Uneven(40, 1)), Following(Uneven(40, 2)), Following(Uneven(40, 3))];
        double[][] many = [Following(Uneven(4_000, 1)), Following(Uneven(4_000, 2)), Following(Uneven(4_000, 3))];

        Assert.Equal(1.077484991440226, ChainDiagnostics.RHat(few)!.Value, 9);
        Assert.Equal(33.26207747718296, ChainDiagnostics.EffectiveSize(few)!.Value, 7);

        // With a correlation of 0.6 from draw to draw, 12,000 are worth 12,000 · 0.4 / 1.6 in the limit.
        Assert.InRange(ChainDiagnostics.EffectiveSize(many)!.Value, 2_700, 3_300);
    }

    [Fact]
    public void Chains_that_stay_where_they_began_do_not_agree()
    {
        double[][] chains = [Uneven(200, 1), [.. Uneven(200, 2).Select(value => value + 5)]];

        Assert.True(ChainDiagnostics.RHat(chains) > 3);
        Assert.True(ChainDiagnostics.EffectiveSize(chains) < 10);
        Assert.False(new EnsembleNumber("x", chains[0]) { Title = "x", RHat = ChainDiagnostics.RHat(chains), EffectiveSize = 500 }.HasMixed);
    }

    [Fact]
    public void What_never_varies_has_nothing_to_agree_on()
    {
        double[][] chains = [[3, 3, 3, 3], [3, 3, 3, 3]];

        Assert.Null(ChainDiagnostics.RHat(chains));
        Assert.Null(ChainDiagnostics.EffectiveSize(chains));
    }

    private static double[] Uneven(int count, long seed)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            seed = ((seed * 1_103_515_245) + 12_345) % (1L << 31);
            values[i] = seed / (double)(1L << 31);
        }

        return values;
    }

    private static double[] Following(double[] draws)
    {
        var last = 0.0;
        return [.. draws.Select(draw => last = (last * 0.6) + (draw - 0.5))];
    }
}
