namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How much may be lost in one step at a temperature of 1: −ln u for evenly spread u, so that a loss d is accepted with
/// probability exp(−d). Made with the four basic operations alone, which round alike on every machine.
/// </summary>
internal static class Acceptance
{
    private const int Size = 4_096;
    private static readonly double[] Losses = [.. Enumerable.Range(0, Size).Select(step => -Ln((step + 0.5) / Size))];

    /// <summary>A loss to accept, drawn with random bits of which the lowest twelve count.</summary>
    public static double Loss(ulong bits) => Losses[bits & (Size - 1)];

    /// <summary>The natural logarithm of a number above 0: the power of two, and ln m = 2 artanh((m − 1) / (m + 1)) by its series.</summary>
    public static double Ln(double value)
    {
        const double Ln2 = 0.6931471805599453;
        var powers = 0;
        for (; value < 0.75; value *= 2)
        {
            powers--;
        }

        for (; value > 1.5; value /= 2)
        {
            powers++;
        }

        var ratio = (value - 1) / (value + 1);
        var (sum, power) = (0.0, ratio);
        for (var odd = 1; odd < 40; odd += 2)
        {
            sum += power / odd;
            power *= ratio * ratio;
        }

        return (2 * sum) + (powers * Ln2);
    }
}
