using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// How far an area spreads: the longest straight line between two points of its outline, all parts together, metres. An area
/// that fits into a walk of a quarter of an hour spreads no more than that.
/// </summary>
/// <param name="Limit">The parameter that limits it.</param>
/// <param name="Sense">On which side the rule is kept.</param>
public sealed record SpreadTest(string Limit, LimitSense Sense) : RuleTest
{
    private static readonly WhyNot NoArea = new("no_area", "The outline has no area.", "范围线没有面积。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Limit];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Metre;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area) => Compared(
        area.Stock.Outline.HasArea ? Measured.Exactly(LongestChord.Longest(area.Stock.Outline.Hull)) : Measured.NotApplicable(NoArea),
        book.Ground.ValueOf(Limit), Sense, RuleUnit.Metre);
}
