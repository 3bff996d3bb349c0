namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the temperature at which plans are, on average, worth a given share less than the best: hotter or colder by factors
/// until the mean of short trial chains comes near.
/// </summary>
internal sealed class ChainHeat(Func<double, double> meanLossAt)
{
    private const int MostTrials = 14;
    private const double NearEnough = 0.1;

    /// <summary>The temperature, m² of benefit.</summary>
    /// <param name="first">Where to begin.</param>
    /// <param name="loss">The share wanted, in (0, 1).</param>
    public double Find(double first, double loss)
    {
        double low = 0, high = double.PositiveInfinity, heat = first;
        for (var trial = 0; trial < MostTrials; trial++)
        {
            var found = meanLossAt(heat);
            if (Math.Abs(found - loss) <= NearEnough * loss)
            {
                return heat;
            }

            (low, high) = found < loss ? (heat, high) : (low, heat);
            heat = double.IsPositiveInfinity(high) ? heat * 2 : low == 0 ? heat / 2 : (low + high) / 2;
        }

        return heat;
    }
}
