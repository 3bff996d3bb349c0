using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Cities;

/// <summary>The plans for one request, ranked, each with every measure of its areas.</summary>
/// <param name="Found">The plans with what they are compared by, and the outer front.</param>
/// <param name="Plans">The same plans measured, in the same order.</param>
public sealed record MeasuredAlternatives(AlternativePlans Found, IReadOnlyList<MeasuredPlan> Plans)
{
    /// <summary>The plan that is worth most at the price of outline that was asked for.</summary>
    public MeasuredPlan First => Plans[0];

    /// <summary>Whether a reader must look at a finding on any of them.</summary>
    public bool HasOpenFindings => Plans.Any(plan => plan.HasOpenFindings);

    /// <summary>Whether the search was told to end before its work was done.</summary>
    public bool IsCutShort => First.Plan.IsCutShort;

    /// <summary>Mean of a measure over the areas of a plan, weighted by net area; null where no area has it.</summary>
    /// <param name="rank">Rank of the plan, from 1.</param>
    /// <param name="measure">The measure by its name on the wire.</param>
    public double? MeanOf(int rank, string measure)
    {
        var plan = Plans[rank - 1];
        double sum = 0, weight = 0;
        for (var area = 0; area < plan.Measures.Count; area++)
        {
            if (plan.Measures[area][measure].Value is { } value)
            {
                sum += value * plan.Plan.Areas[area].NetArea;
                weight += plan.Plan.Areas[area].NetArea;
            }
        }

        return weight > 0 ? sum / weight : null;
    }
}
