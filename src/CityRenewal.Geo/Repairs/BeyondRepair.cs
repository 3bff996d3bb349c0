using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Repairs;

/// <summary>An open finding that no change of land is sought for: somebody has to deliver, measure or consent.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Text">What it takes instead, in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
public sealed record BeyondRepair(Finding Finding, string Text, string TextChinese)
{
    /// <summary>What open findings take that do not fail.</summary>
    public static IReadOnlyList<BeyondRepair> In(IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => finding.IsOpen && finding.Verdict != Verdict.Fail).Select(Of)];

    private static BeyondRepair Of(Finding finding) => finding.Verdict switch
    {
        Verdict.NeedsApproval => new(
            finding,
            $"Not sought by land: it takes consent. {finding.Rule.Consent?.Text ?? string.Join(", ", finding.Judgement.Evidence.Others)}",
            $"不以用地调整求解:须经同意。{finding.Rule.Consent?.TextChinese ?? string.Join("、", finding.Judgement.Evidence.Others)}"),
        Verdict.Marginal => new(
            finding,
            "Not sought by land: it lies within the measuring error, so better data decide.",
            "不以用地调整求解:处于测量误差之内,须以更准确的数据判定。"),
        _ => new(
            finding,
            $"Not repaired by land: evidence is missing. {finding.WhyNot?.Text}",
            $"无法以用地调整修正:依据不足。{finding.WhyNot?.TextChinese}"),
    };
}
