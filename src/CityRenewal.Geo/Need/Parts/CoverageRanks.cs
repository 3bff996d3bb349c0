namespace CityRenewal.Geo.Need;

/// <summary>
/// Where a parcel stands among the built parcels of its city: the share of their land that is covered less than it is.
/// Half of the built land lies above 0.5, in a village as in a metropolis. Parcels without buildings have rank 0.
/// </summary>
internal static class CoverageRanks
{
    /// <summary>Ranks in [0, 1]; NaN where the coverage is unknown.</summary>
    /// <param name="coverages">Covered share of each parcel; NaN where unknown.</param>
    /// <param name="areas">Area of each parcel, m².</param>
    public static double[] Of(ReadOnlySpan<double> coverages, ReadOnlySpan<double> areas)
    {
        var built = new List<int>();
        var ranks = new double[coverages.Length];
        for (var parcel = 0; parcel < coverages.Length; parcel++)
        {
            ranks[parcel] = double.IsNaN(coverages[parcel]) ? double.NaN : 0;
            if (coverages[parcel] > 0)
            {
                built.Add(parcel);
            }
        }

        var sorted = built.ToArray();
        var keys = new double[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            keys[i] = coverages[sorted[i]];
        }

        Array.Sort(keys, sorted);
        double total = 0;
        foreach (var parcel in built)
        {
            total += areas[parcel];
        }

        double below = 0;
        for (var first = 0; first < sorted.Length;)
        {
            // Equal coverages share the middle of their common stretch, in whatever order the sort left them.
            double tied = 0;
            var last = first;
            for (; last < sorted.Length && keys[last] == keys[first]; last++)
            {
                tied += areas[sorted[last]];
            }

            for (; first < last; first++)
            {
                ranks[sorted[first]] = (below + (tied / 2)) / total;
            }

            below += tied;
        }

        return ranks;
    }
}
