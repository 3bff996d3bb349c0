using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// At least so many of several rules: any of them, or k of n. A member that is unknown or within the error leaves the whole
/// open only where it could decide; a member that is not applicable keeps nothing.
/// </summary>
/// <param name="Members">The rules, by id.</param>
/// <param name="Least">The parameter that says how many must be kept, a count.</param>
public sealed record SomeOfTest(IReadOnlyList<string> Members, string Least) : RuleTest
{
    private static readonly WhyNot NoneApplies = new("none_applies", "None of its rules is applicable.", "所含规则均不适用。");

    private static readonly WhyNot MembersOpen = new(
        "members_open", "Too many of its rules are open to tell whether enough of them are kept: see each.",
        "所含规则中尚未判定者过多，无法判断是否达到所需条数：见各条。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Least];

    /// <inheritdoc/>
    public override IEnumerable<string> Rules => Members;

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Count;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        MemberResult[] members = [.. Members.Select(id => new MemberResult(book.RuleOf(id), book.Judge(book.RuleOf(id), area)))];
        int Count(Verdict? verdict) => members.Count(member => member.Judgement.Verdict == verdict);
        var kept = Count(Verdict.Pass);
        var withConsent = kept + Count(Verdict.NeedsApproval);
        var most = withConsent + Count(Verdict.Marginal) + Count(Verdict.Unknown);
        var limit = book.Ground.ValueOf(Least);
        Verdict? verdict = Count(null) == members.Length ? null
            : limit is not { } least ? Verdict.Unknown
            : kept >= least ? Verdict.Pass
            : withConsent >= least ? Verdict.NeedsApproval
            : most < least ? Verdict.Fail
            : withConsent + Count(Verdict.Marginal) >= least ? Verdict.Marginal : Verdict.Unknown;
        return new Judgement
        {
            Verdict = verdict,
            Measured = verdict is null ? Measured.NotApplicable(NoneApplies) : Measured.Between(kept, kept, most),
            Limit = limit,
            Sense = LimitSense.AtLeast,
            Unit = RuleUnit.Count,
            Members = members,
            Evidence = new Evidence { Others = [.. members.Where(member => member.Judgement.Verdict != Verdict.Pass).Select(member => member.Rule.Id)] },
            WhyNot = verdict is null ? NoneApplies : verdict != Verdict.Unknown ? null : limit is null ? NoLimit(Least) : MembersOpen,
        };
    }
}
