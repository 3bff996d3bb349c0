namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Whether chains that began at different places tell the same, and how many independent plans their plans are worth: split R-hat
/// and effective sample size after Gelman et al., Bayesian Data Analysis (3rd ed. 2013) 11.4 and 11.5, with Geyer's initial
/// positive and monotone sequence (1992).
/// </summary>
internal static class ChainDiagnostics
{
    /// <summary>√(total ÷ within variance) of the halves of all chains: 1 where they agree; null where nothing varies at all.</summary>
    /// <param name="chains">The values of each chain in the order drawn, all of one length, at least 4.</param>
    public static double? RHat(IReadOnlyList<double[]> chains)
    {
        var (within, total, _) = Variances(Halves(chains));
        return total <= 0 ? null : within <= 0 ? double.PositiveInfinity : Math.Sqrt(total / within);
    }

    /// <summary>Independent draws that would tell the mean as well; null where nothing varies at all.</summary>
    public static double? EffectiveSize(IReadOnlyList<double[]> chains)
    {
        var halves = Halves(chains);
        var (within, total, length) = Variances(halves);
        if (total <= 0)
        {
            return null;
        }

        double Correlation(int lag) => lag == 0 ? 1 : 1 - ((within - halves.Average(half => Covariance(half, lag))) / total);
        double sum = 0, least = double.PositiveInfinity;
        for (var lag = 0; lag + 1 < length; lag += 2)
        {
            var pair = Correlation(lag) + Correlation(lag + 1);
            if (pair <= 0)
            {
                break;
            }

            least = Math.Min(least, pair);
            sum += least;
        }

        var draws = (double)halves.Count * length;
        return Math.Min(draws * Math.Log10(draws), draws / Math.Max((2 * sum) - 1, 1e-9));
    }

    private static List<double[]> Halves(IReadOnlyList<double[]> chains)
    {
        var half = chains[0].Length / 2;
        return [.. chains.SelectMany(chain => new[] { chain[..half], chain[^half..] })];
    }

    private static (double Within, double Total, int Length) Variances(List<double[]> chains)
    {
        var length = chains[0].Length;
        var means = chains.ConvertAll(chain => chain.Average());
        var mean = means.Average();
        var between = length * means.Sum(each => (each - mean) * (each - mean)) / (chains.Count - 1);
        var within = chains.Average(chain => Covariance(chain, 0) * length / (length - 1));
        return (within, (within * (length - 1) / length) + (between / length), length);
    }

    private static double Covariance(double[] chain, int lag)
    {
        var mean = chain.Average();
        double sum = 0;
        for (var i = 0; i + lag < chain.Length; i++)
        {
            sum += (chain[i] - mean) * (chain[i + lag] - mean);
        }

        return sum / chain.Length;
    }
}
