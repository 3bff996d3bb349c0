namespace CityRenewal.Geo.Compliance;

/// <summary>What one rule says of one area or project (结论). A rule that is not applicable has no verdict at all.</summary>
public enum Verdict
{
    /// <summary>The whole measured interval keeps the rule. A plain pass only where no assumption was needed.</summary>
    Pass = 0,

    /// <summary>The whole measured interval breaks the rule; how that is said depends on the rule's strength.</summary>
    Fail = 1,

    /// <summary>The measured interval straddles the limit: better data decide.</summary>
    Marginal = 2,

    /// <summary>Allowed only with a named consent.</summary>
    NeedsApproval = 3,

    /// <summary>Evidence is missing: a layer, an attribute, or the limit itself. Never a pass.</summary>
    Unknown = 4,
}
