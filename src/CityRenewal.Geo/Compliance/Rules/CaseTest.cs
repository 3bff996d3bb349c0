using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A limit that depends on the area: where one rule is kept another applies, else a third. Buildings younger than ten years
/// take more consent, an area near a station needs fewer signs. Where the condition is open, both are judged, and only what
/// both say is said.
/// </summary>
/// <param name="If">The rule that decides, by id.</param>
/// <param name="Then">The rule that applies where it is kept.</param>
/// <param name="Else">The rule that applies where it is not; empty where none does.</param>
public sealed record CaseTest(string If, string Then, string Else) : RuleTest
{
    private static readonly WhyNot OpenCase = new(
        "open_case", "It is open which limit applies here, and they say different things.", "尚不能判定适用哪一限值，而两者结论不同。");

    private static readonly WhyNot OtherCase = new("other_case", "The rule is about other areas than this one.", "本条不适用于此类片区。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Rules => Else.Length > 0 ? [If, Then, Else] : [If, Then];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var decides = new MemberResult(book.RuleOf(If), book.Judge(book.RuleOf(If), area));
        MemberResult[] branches = decides.Judgement.Verdict switch
        {
            Verdict.Pass => [Member(book, area, Then)],
            Verdict.Fail => [Member(book, area, Else)],
            _ => [Member(book, area, Then), Member(book, area, Else)],
        };
        var applied = branches[0].Judgement;
        var isAgreed = Array.TrueForAll(branches, branch => branch.Judgement.Verdict == applied.Verdict);
        var verdict = isAgreed ? applied.Verdict : decides.Judgement.Verdict == Verdict.Marginal ? Verdict.Marginal : Verdict.Unknown;
        return applied with
        {
            Verdict = verdict,
            Members = [decides, .. branches.Where(branch => branch.Rule.Id.Length > 0)],
            WhyNot = isAgreed ? applied.WhyNot : OpenCase,
        };
    }

    private static MemberResult Member(RuleBook book, AreaUnderReview area, string id) => id.Length > 0
        ? new MemberResult(book.RuleOf(id), book.Judge(book.RuleOf(id), area))
        : new MemberResult(NoRule, Judgement.NotApplicable(OtherCase));

    private static readonly PackRule NoRule = new()
    {
        Id = "", Title = "", TitleChinese = "", Scopes = [], Strength = RuleStrength.Advisable, Citation = new Citation("", ""), Test = new CategoryTest(),
    };
}
