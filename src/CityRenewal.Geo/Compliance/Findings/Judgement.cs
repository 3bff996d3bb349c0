using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>What a test found of one area, before the words of its rule are put to it.</summary>
public sealed record Judgement
{
    /// <summary>The verdict; null where the rule is not applicable.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>What was measured, in the unit of the limit, with its interval; or the reason why there is nothing.</summary>
    public required Measured Measured { get; init; }

    /// <summary>The limit in force; null where the text gives none.</summary>
    public double? Limit { get; init; }

    /// <summary>The side on which the rule is kept.</summary>
    public LimitSense Sense { get; init; }

    /// <summary>Whether the limit itself breaks the rule.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Unit of <see cref="Measured"/> and <see cref="Limit"/>.</summary>
    public RuleUnit Unit { get; init; }

    /// <summary>What the verdict was computed from.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>The same rule in its other readings.</summary>
    public IReadOnlyList<ReadingResult> Readings { get; init; } = [];

    /// <summary>What the rules say that this one is made of, in its order; empty for others.</summary>
    public IReadOnlyList<MemberResult> Members { get; init; } = [];

    /// <summary>Why the verdict is unknown or the rule not applicable; null where there is a verdict.</summary>
    public WhyNot? WhyNot { get; init; }

    /// <summary>A rule that cannot be judged.</summary>
    public static Judgement Unknown(WhyNot whyNot) =>
        new() { Verdict = Compliance.Verdict.Unknown, Measured = Measured.Unknown(whyNot), WhyNot = whyNot };

    /// <summary>A rule that has no meaning for this area.</summary>
    public static Judgement NotApplicable(WhyNot whyNot) =>
        new() { Verdict = null, Measured = Measured.NotApplicable(whyNot), WhyNot = whyNot };
}
