using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// An area hangs together: its parcels share border, or face each other across a street no wider than a gap, with no barrier
/// between. Counts its parts; a text that permits an area in pieces sets more than one.
/// </summary>
/// <param name="Gap">The parameter with the widest street or gap that does not part it, metres.</param>
/// <param name="Most">The parameter with the largest number of parts.</param>
public sealed record ContiguousTest(string Gap, string Most) : RuleTest
{
    private readonly WhyNot _wide = new(
        "gap_beyond_streets",
        $"{Gap} is wider than the widest street across which parcels were found to face each other: open the city with a street width as large.",
        $"{Gap} 大于识别隔街相望所用的最大街道宽度：请以不小于该值的街道宽度打开数据集。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [LayerNames.Barriers, LayerNames.Water];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Gap, Most];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Count;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Most);
        if (area.Around is not { } around || book.Ground.ValueOf(Gap) is not { } gap)
        {
            return Compared(Measured.Unknown(area.Around is null ? Surroundings.NotComputed : NoLimit(Gap)), limit, LimitSense.AtMost, RuleUnit.Count);
        }

        var parts = LandParts.Of(around, book.Ground.City, area.Stock.Land.Parcels, gap);

        // Beyond the streets that were looked across nothing is known: what hangs together there may be fewer parts.
        var isOpen = gap > around.StreetWidth && parts.Count > 1;
        var judged = Compared(
            isOpen ? Measured.Between(1, parts.Count, parts.Count) : Measured.Exactly(parts.Count), limit, LimitSense.AtMost, RuleUnit.Count);
        return judged with
        {
            Verdict = isOpen && judged.Verdict == Verdict.Marginal ? Verdict.Unknown : judged.Verdict,
            WhyNot = isOpen && judged.Verdict == Verdict.Marginal ? _wide : judged.WhyNot,
            Evidence = new Evidence { Parcels = parts.BesideTheLargest },
        };
    }

    /// <inheritdoc/>
    public bool Equals(ContiguousTest? other) => other is not null && (Gap, Most) == (other.Gap, other.Most);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Gap, Most);
}
