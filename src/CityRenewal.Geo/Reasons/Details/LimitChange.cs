namespace CityRenewal.Geo.Reasons;

/// <summary>A limit on an area, and what a flip does to what it limits.</summary>
/// <param name="Limit">Stable word: smallest_area, largest_area, polsby_popper, contiguity, barrier, lock, the id of a rule, or a limit of the request.</param>
/// <param name="Title">What it limits, in both languages.</param>
/// <param name="Before">What is there now, in <paramref name="Unit"/>.</param>
/// <param name="After">What would be there.</param>
/// <param name="Bound">What may be there: at most, for the smallest area and compactness at least.</param>
/// <param name="Unit">m², 1 for ratios and numbers of things; a rule's sum is in the unit of its terms.</param>
public sealed record LimitChange(string Limit, ReasonText Title, double Before, double After, double Bound, string Unit)
{
    /// <summary>Whether the flip would break it, or break it further; soft limits are priced instead.</summary>
    public required bool IsBroken { get; init; }

    /// <summary>Whether it may be broken at a price.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Where it is written; empty where it is an option of the request.</summary>
    public string Citation { get; init; } = "";
}
