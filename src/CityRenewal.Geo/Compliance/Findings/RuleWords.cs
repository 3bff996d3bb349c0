namespace CityRenewal.Geo.Compliance;

/// <summary>The words for verdicts, strengths and units: one on the wire, one for people in each language.</summary>
public static class RuleWords
{
    /// <summary>Every verdict, what a reader must look at first; null, not applicable, last.</summary>
    public static IReadOnlyList<Verdict?> WorstFirst { get; } =
        [Verdict.Fail, Verdict.NeedsApproval, Verdict.Marginal, Verdict.Unknown, Verdict.Pass, null];

    /// <summary>The verdict in files and JSON; null where the rule is not applicable.</summary>
    public static string? Wire(this Verdict? verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Marginal => "marginal",
        Verdict.NeedsApproval => "needs_approval",
        Verdict.Unknown => "unknown",
        _ => null,
    };

    /// <summary>What a column or legend of verdicts is called, Chinese and English: the words of one finding are its wording.</summary>
    public static string Label(this Verdict? verdict) => verdict switch
    {
        Verdict.Pass => "符合 kept",
        Verdict.Fail => "不符合或超出 not kept",
        Verdict.Marginal => "误差之内 within the error",
        Verdict.NeedsApproval => "须经同意 needs approval",
        Verdict.Unknown => "依据不足 unknown",
        _ => "不适用 not applicable",
    };

    /// <summary>The strength in files and JSON.</summary>
    public static string Wire(this RuleStrength strength) => strength switch
    {
        RuleStrength.Must => "must",
        RuleStrength.InPrinciple => "in_principle",
        _ => "advisable",
    };

    /// <summary>The unit in files and JSON.</summary>
    public static string Wire(this RuleUnit unit) => unit switch
    {
        RuleUnit.Ratio => "ratio",
        RuleUnit.SquareMetre => "m2",
        RuleUnit.Metre => "m",
        RuleUnit.Year => "years",
        RuleUnit.PerHectare => "per_ha",
        _ => "count",
    };

    /// <summary>The side of a limit on which a rule is kept, in files and JSON.</summary>
    public static string Wire(this LimitSense sense, bool isStrict = false) => (sense, isStrict) switch
    {
        (LimitSense.AtMost, false) => "at_most",
        (LimitSense.AtMost, true) => "less_than",
        (_, false) => "at_least",
        _ => "more_than",
    };

    /// <summary>The same as a sign between the measured value and the limit.</summary>
    public static string Sign(this LimitSense sense, bool isStrict = false) => (sense, isStrict) switch
    {
        (LimitSense.AtMost, false) => "≤",
        (LimitSense.AtMost, true) => "<",
        (_, false) => "≥",
        _ => ">",
    };
}
