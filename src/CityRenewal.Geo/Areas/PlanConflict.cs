namespace CityRenewal.Geo.Areas;

/// <summary>Why limits leave no area although the land wants one, or not what is locked in: limits that cannot be kept together.</summary>
/// <param name="Wanted">What cannot be had: no_area, locked_in or fewest_areas.</param>
/// <param name="IsProven">Whether it is proven that nothing keeps all of the limits; else nothing was found.</param>
/// <param name="Limits">Limits of which each is needed for the conflict: without any one of them a plan was found.</param>
public sealed record PlanConflict(string Wanted, bool IsProven, IReadOnlyList<ConflictingLimit> Limits)
{
    /// <summary>The sentence in English.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence in Chinese.</summary>
    public required string TextChinese { get; init; }
}

/// <summary>One limit of a conflict, and the smallest change of it that frees a plan.</summary>
/// <param name="Limit">The limit by its word of the request, or the id of a rule.</param>
/// <param name="Value">The value that it has.</param>
/// <param name="FreeingValue">The value at which a plan was found, the others kept; empty where the limit has to go whole.</param>
/// <param name="Text">What to do, in English.</param>
/// <param name="TextChinese">What to do, in Chinese.</param>
public sealed record ConflictingLimit(string Limit, string Value, string FreeingValue, string Text, string TextChinese);
