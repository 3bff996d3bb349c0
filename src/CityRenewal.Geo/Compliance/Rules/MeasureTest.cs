using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A measure of the area against a limit, or against another measure of the same area: after renewal against today.</summary>
/// <param name="Measure">Wire name of the measure.</param>
/// <param name="Limit">The parameter that limits it; empty where another measure does.</param>
/// <param name="Other">Wire name of the measure that limits it; empty where a parameter does.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="Unit">Unit of the measure.</param>
public sealed record MeasureTest(string Measure, string Limit, string Other, LimitSense Sense, RuleUnit Unit) : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [Land.LayerNames.Buildings];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => Limit.Length > 0 ? [Limit] : [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => Unit;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var measured = AreaMeasures.One(area.Stock, area.Around, Measure);
        if (measured.State != MeasuredState.Known)
        {
            return (measured.State == MeasuredState.NotApplicable
                ? Judgement.NotApplicable(measured.WhyNot!)
                : Judgement.Unknown(measured.WhyNot!)) with { Sense = Sense, IsStrict = IsStrict, Unit = Unit, Limit = LimitOf(book, area).Value };
        }

        var limit = LimitOf(book, area);
        var verdict = limit.State == MeasuredState.Known ? IsPartOfToday(area.Stock) ? Verdict.Pass : VerdictOf(measured, limit)
            : Limit.Length > 0 && Sense == LimitSense.AtMost && measured.High <= 0 ? Verdict.Pass : Verdict.Unknown;
        return new Judgement
        {
            Verdict = verdict,
            Measured = measured,
            Limit = limit.Value,
            Sense = Sense,
            IsStrict = IsStrict,
            Unit = Unit,
            WhyNot = verdict == Verdict.Unknown ? limit.WhyNot ?? OpenValue : null,
        };
    }

    private Measured LimitOf(RuleBook book, AreaUnderReview area) =>
        Other.Length > 0 ? AreaMeasures.One(area.Stock, area.Around, Other)
        : book.Ground.ValueOf(Limit) is { } value ? Measured.Exactly(value)
        : Measured.Unknown(NoLimit(Limit));

    // Where nothing new is built, what stands after renewal is a part of what stands today, however well either is known.
    private bool IsPartOfToday(AreaStock stock) =>
        Sense == LimitSense.AtMost && Measure == Other + "_after" && NewFloorArea.Of(stock) is { State: MeasuredState.Known, High: <= 0 };

    private Verdict VerdictOf(Measured measured, Measured limit)
    {
        // Today and after renewal share their floor areas: equal best values with equal ends differ by nothing.
        if (Other.Length > 0 && measured == limit)
        {
            return Verdict.Pass;
        }

        var isOpen = measured.Low is null || measured.High is null || limit.Low is null || limit.High is null;
        double least = (measured.Low ?? double.NegativeInfinity) - (limit.High ?? double.PositiveInfinity);
        double most = (measured.High ?? double.PositiveInfinity) - (limit.Low ?? double.NegativeInfinity);
        return VerdictOf((least, most), 0, Sense, isOpen);
    }
}
