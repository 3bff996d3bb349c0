using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A document is on file for the area: an assessment of what goes, a record of public comment. Where nobody says which
/// documents there are, it is unknown; where somebody lists them without it, it is missing.
/// </summary>
/// <param name="Document">Name of the document, kebab-case.</param>
public sealed record DocumentTest(string Document) : RuleTest
{
    private readonly WhyNot _nobodySays = new(
        "documents_not_listed", $"Nobody says which documents are on file, so nothing tells of '{Document}'.",
        $"未列出已有文件，无法判定是否已备“{Document}”。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area) => area.Stock.Declared.Documents is not { } listed
        ? Judgement.Unknown(_nobodySays) with { Limit = 1, Sense = LimitSense.AtLeast, Unit = RuleUnit.Count }
        : new Judgement
        {
            Verdict = listed.Contains(Document) ? Verdict.Pass : Verdict.Fail,
            Measured = Measured.Exactly(listed.Contains(Document) ? 1 : 0),
            Limit = 1,
            Sense = LimitSense.AtLeast,
            Unit = RuleUnit.Count,
            Evidence = new Evidence { Others = [Document] },
        };

    /// <inheritdoc/>
    public bool Equals(DocumentTest? other) => other is not null && Document == other.Document;

    /// <inheritdoc/>
    public override int GetHashCode() => Document.GetHashCode(StringComparison.Ordinal);
}
