namespace CityRenewal.Geo.Reasons;

/// <summary>A limit on an area: how much of it is used, and what a little more of it would be worth.</summary>
/// <param name="Limit">Stable word, as of <see cref="LimitChange"/>.</param>
/// <param name="Title">What it limits.</param>
/// <param name="Value">What is there, in <paramref name="Unit"/>.</param>
/// <param name="Bound">What may be there.</param>
/// <param name="Slack">How far the area is inside the limit, in its unit; below 0 where it is broken.</param>
/// <param name="Unit">m², 1 for ratios, sum for a rule's sum in the unit of its terms.</param>
public sealed record LimitState(string Limit, ReasonText Title, double Value, double Bound, double Slack, string Unit)
{
    /// <summary>Where it is written; empty where it is an option of the request.</summary>
    public string Citation { get; init; } = "";

    /// <summary>Whether it may be broken at a price.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Whether it alone forbids a flip that would gain.</summary>
    public bool Binds => Best is not null;

    /// <summary>The flip that would gain most per unit if the limit were relaxed; null where none is forbidden by it alone.</summary>
    public RelaxedFlip? Best { get; init; }
}
