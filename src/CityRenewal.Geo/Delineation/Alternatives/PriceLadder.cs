namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The prices of outline that alternatives are looked for at: the price asked for in the middle, and steps of equal ratio from a
/// third of it to three times as much.
/// </summary>
internal static class PriceLadder
{
    private const double Reach = 3;
    private const int FewestSteps = 5;
    private const int MostSteps = 9;

    /// <summary>Prices ascending; an odd number of them, 5 to 9.</summary>
    public static double[] Of(double lambda, int alternatives)
    {
        var half = Math.Clamp(alternatives, FewestSteps, MostSteps) / 2;
        var ratio = Math.Pow(Reach, 1.0 / half);
        var prices = new double[(2 * half) + 1];
        prices[half] = lambda;
        for (var step = 1; step <= half; step++)
        {
            // Powers may round otherwise on another machine in the last digit; three decimals are the same everywhere.
            prices[half + step] = lambda * Math.Round(Math.Pow(ratio, step), 3);
            prices[half - step] = lambda * Math.Round(Math.Pow(ratio, -step), 3);
        }

        return prices;
    }

    /// <summary>The order in which prices are searched: from the middle up, then from the middle down; each with its neighbour searched before.</summary>
    public static IEnumerable<(int Step, int Neighbour)> Order(int steps)
    {
        var middle = steps / 2;
        yield return (middle, -1);
        for (var step = middle + 1; step < steps; step++)
        {
            yield return (step, step - 1);
        }

        for (var step = middle - 1; step >= 0; step--)
        {
            yield return (step, step + 1);
        }
    }
}
