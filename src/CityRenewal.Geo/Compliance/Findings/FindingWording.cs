namespace CityRenewal.Geo.Compliance;

/// <summary>Words of a verdict. They follow the strength of the text, and never say approved, certified or legal.</summary>
internal static class FindingWording
{
    public static string English(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass => finding.Assumptions.Count > 0 ? "kept, as assumed" : "kept",
        Verdict.Fail => (finding.Rule.Strength, finding.Judgement.Sense) switch
        {
            (RuleStrength.Must, _) => "not kept",
            (RuleStrength.InPrinciple, _) => "exceeds what holds in principle: needs a justification of its own",
            (_, LimitSense.AtMost) => "above the guiding value",
            _ => "below the guiding value",
        },
        Verdict.Marginal => "cannot be told within the measuring error",
        Verdict.NeedsApproval => $"only with consent: {finding.Rule.Consent?.Text ?? OfMembers(finding)}",
        Verdict.Unknown => "unknown: evidence is missing",
        _ => "not applicable",
    };

    public static string Chinese(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass => finding.Assumptions.Count > 0 ? "符合（按假设）" : "符合",
        Verdict.Fail => (finding.Rule.Strength, finding.Judgement.Sense) switch
        {
            (RuleStrength.Must, _) => "不符合",
            (RuleStrength.InPrinciple, _) => "超出原则性指标，须专项论证",
            (_, LimitSense.AtMost) => "高于引导值",
            _ => "低于引导值",
        },
        Verdict.Marginal => "处于测量误差之内，无法判定",
        Verdict.NeedsApproval => $"须经同意：{finding.Rule.Consent?.TextChinese ?? OfMembersChinese(finding)}",
        Verdict.Unknown => "依据不足，无法判定",
        _ => "不适用",
    };

    // A rule that is made of others names no consent of its own: its members do.
    private static string OfMembers(Finding finding) => $"see {string.Join(", ", finding.Judgement.Evidence.Others)}";

    private static string OfMembersChinese(Finding finding) => $"见 {string.Join("、", finding.Judgement.Evidence.Others)}";
}
