using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What areas are worth, from their outlines and parcels as they are returned: benefit minus the price of the outline, of the
/// area itself, and of what soft limits are exceeded by.
/// </summary>
internal sealed class PlanObjective(double lambda, double opening, IReadOnlyList<RuleRow> rows)
{
    /// <summary>Worth of a plan, m².</summary>
    public double Of(IReadOnlyList<RenewalArea> areas) => areas.Sum(Of);

    /// <summary>Worth of an area, m².</summary>
    public double Of(RenewalArea area) =>
        area.Benefit - (lambda * area.Perimeter) - opening - rows.Where(row => double.IsFinite(row.SoftPrice)).Sum(row => row.SoftPrice * Excess(row, area));

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

    /// <summary>By how much an area exceeds a limit, in the rule's unit.</summary>
    private static double Excess(RuleRow row, RenewalArea area)
    {
        long taken = 0;
        foreach (var parcel in area.Parcels)
        {
            taken += row.Slack[parcel];
        }

        return Math.Max(0, taken - row.Limit) * RuleRow.Unit;
    }
}
