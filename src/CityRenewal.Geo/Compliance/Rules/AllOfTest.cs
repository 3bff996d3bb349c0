using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Several rules of the pack together: the worst of their verdicts.</summary>
/// <param name="Members">The rules, by id.</param>
public sealed record AllOfTest(IReadOnlyList<string> Members) : RuleTest
{
    private static readonly Verdict?[] WorstFirst =
        [Verdict.Fail, Verdict.NeedsApproval, Verdict.Unknown, Verdict.Marginal, Verdict.Pass, null];

    private static readonly WhyNot NoneApplies = new("none_applies", "None of its rules is applicable.", "所含规则均不适用。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Rules => Members;

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        MemberResult[] judged = [.. Members.Select(id => new MemberResult(book.RuleOf(id), book.Judge(book.RuleOf(id), area)))];
        var worst = judged.MinBy(member => Array.IndexOf(WorstFirst, member.Judgement.Verdict))!.Judgement;
        var atFault = judged.Where(member => member.Judgement.Verdict == worst.Verdict && worst.Verdict != Verdict.Pass).ToList();
        return new Judgement
        {
            Verdict = worst.Verdict,
            Measured = Measured.Exactly(judged.Count(member => member.Judgement.Verdict == Verdict.Fail)),
            Limit = 0,
            Unit = RuleUnit.Count,
            Members = judged,
            Evidence = new Evidence { Others = [.. atFault.Select(member => member.Rule.Id)] },
            WhyNot = worst.Verdict is null ? NoneApplies : worst.WhyNot,
        };
    }
}
