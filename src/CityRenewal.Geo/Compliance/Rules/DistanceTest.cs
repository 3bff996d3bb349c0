using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// How far the outline of an area is from the nearest feature of a layer or of a kind in it, metres: near a railway, away
/// from a hazard. It is 0 where they meet. Both may lie off by the tolerance of their layers.
/// </summary>
/// <param name="To">The layer, kind of zone, kind of protected item, or kind of barrier.</param>
/// <param name="Limit">The parameter that limits it.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="Tolerance">The parameter with the layers' tolerance, metres; empty where the distance is taken as exact.</param>
public sealed record DistanceTest(string To, string Limit, LimitSense Sense, string Tolerance) : RuleTest
{
    private static readonly WhyNot NoFeature = new(
        "no_feature", "The layer holds no such feature, so there is no distance to it.", "图层中没有此类要素，无从量取距离。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [RuleFeatures.NeededFor(To)];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => Tolerance.Length > 0 ? [Limit, Tolerance] : [Limit];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Metre;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Limit);
        var field = book.Ground.EdgesOf(To);
        if (field.IsEmpty || !area.Stock.Outline.HasArea)
        {
            return Compared(Measured.Unknown(NoFeature), limit, Sense, RuleUnit.Metre);
        }

        var (metres, feature) = field.Nearest(area.Stock.Land.Outline, 0);
        if (RuleFeatures.ReachesInto(book.Ground, area, To))
        {
            metres = 0;
        }

        var error = Tolerance.Length > 0 ? book.Ground.ValueOf(Tolerance) ?? 0 : 0;
        return Compared(Measured.Between(Math.Max(0, metres - error), metres, metres + error), limit, Sense, RuleUnit.Metre) with
        {
            Evidence = new Evidence { Others = [RuleFeatures.NameOf(book.Ground, To, feature)], Tolerance = error },
        };
    }
}
