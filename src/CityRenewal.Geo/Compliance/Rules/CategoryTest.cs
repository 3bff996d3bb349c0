using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// An area carries at least one category, or a combination of several. "Unclassified" is allowed, so an area without a label
/// is unknown: a person names its category, or more attributes tell.
/// </summary>
public sealed record CategoryTest : RuleTest
{
    private static readonly WhyNot Unclassified = new(
        "unclassified", "Nothing shows that the area carries a category: name it, or complete uses, years and layers.",
        "没有依据表明该片区属于任一类别：请指定类别，或补全用途、年代与图层。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override bool AsksWhatGoes => false;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var categories = book.Ground.CategoriesOf(area.Stock.Land.Parcels);
        return new Judgement
        {
            Verdict = categories.IsUnclassified ? Verdict.Unknown : Verdict.Pass,
            Measured = Measured.Exactly(categories.Labels.Count),
            Limit = 1,
            Sense = LimitSense.AtLeast,
            Unit = RuleUnit.Count,
            Evidence = new Evidence { Others = [.. categories.Labels.Select(label => label.Definition.Id)] },
            WhyNot = categories.IsUnclassified ? Unclassified : null,
        };
    }
}
