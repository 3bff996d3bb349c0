namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A rule as one sum over the parcels of an area: Σ slack ≤ limit. The search prices it, the review judges the same terms
/// with their intervals. Each parcel counts with the worse end of what is uncertain, so an area that keeps the row keeps
/// the rule.
/// </summary>
/// <param name="Rule">The rule, by its id.</param>
/// <param name="Slack">Per parcel what it takes (above 0) or gives (below 0), millionths of the rule's unit.</param>
/// <param name="Limit">What an area may take in all, in the same unit.</param>
public sealed record RuleRow(string Rule, long[] Slack, long Limit)
{
    /// <summary>Slacks are whole millionths: their sums do not depend on their order.</summary>
    public const double Unit = 1e-6;

    /// <summary>A slack large enough that no area can make up for it.</summary>
    public const long Prohibitive = long.MaxValue / 1_000_000;

    /// <summary>What one unit of the rule too much costs, m² of benefit; infinite where the row is kept whatever it costs.</summary>
    public double SoftPrice { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the row can bind at all.</summary>
    public bool CanBind
    {
        get
        {
            foreach (var slack in Slack)
            {
                if (slack > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
