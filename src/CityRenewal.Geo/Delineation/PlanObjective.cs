namespace CityRenewal.Geo.Delineation;

/// <summary>The part of a plan's worth that nobody decides.</summary>
internal static class PlanObjective
{
    /// <summary>Benefit of what has to be in areas, m²; never below 0, as a loss that is obligatory makes no gap smaller.</summary>
    public static double Obligatory(LandNodes nodes, long[] benefits)
    {
        long sum = 0;
        for (var node = 0; node < nodes.Count; node++)
        {
            sum += nodes.LockedIn[node] ? benefits[node] : 0;
        }

        return Math.Max(0, sum) * SearchLimits.BenefitUnit;
    }
}
