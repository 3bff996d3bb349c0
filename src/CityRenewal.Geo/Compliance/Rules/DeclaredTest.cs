using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A number that somebody states of an area because no layer tells it, against a limit: consent in shares of title, land
/// handed over for public use, by itself or over a sum of the area. What nobody stated is unknown.
/// </summary>
/// <param name="Number">Name of the number, snake_case.</param>
/// <param name="Below">The sum that it is divided by; null where the number itself is compared.</param>
/// <param name="Limit">The parameter that limits it.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="Unit">Unit of what is compared.</param>
public sealed record DeclaredTest(string Number, Term? Below, string Limit, LimitSense Sense, RuleUnit Unit) : RuleTest
{
    private static readonly WhyNot NothingBelow = new(
        "nothing_below", "Nothing lies below the line of the ratio, so there is nothing to divide by.", "比值无分母，不适用。");

    private readonly WhyNot _notDeclared = new(
        "not_declared", $"Nobody stated {Number} for this area, and no layer tells it.", $"未申报 {Number}，图层也不能提供。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => Below?.Needs ?? [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Limit];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => Unit;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Limit);
        if (!area.Stock.Declared.Numbers.TryGetValue(Number, out var stated))
        {
            return Compared(Measured.Unknown(_notDeclared), limit, Sense, Unit);
        }

        if (Below is null)
        {
            return Compared(Measured.Exactly(stated), limit, Sense, Unit) with { Evidence = new Evidence { Numerator = stated, Others = [Number] } };
        }

        if (!area.HasDispositions && Below.AsksWhatGoes)
        {
            return Compared(Measured.Unknown(AreaReasons.NoDispositions), limit, Sense, Unit);
        }

        var sum = new SumOfTerm(TermReader.Of(book.Ground, area, Below));
        return Compared(Quotient(stated, sum), limit, Sense, Unit) with
        {
            Evidence = new Evidence
            {
                Numerator = stated,
                Denominator = sum.Value,
                Others = [Number],
                PartsOf = () => EvidenceParts.Below(book.Ground, area, Below),
            },
        };
    }

    private static Measured Quotient(double stated, SumOfTerm sum)
    {
        if (sum.High <= 0)
        {
            return Measured.NotApplicable(NothingBelow);
        }

        if (sum.Value <= 0 || sum.Low <= 0)
        {
            return Measured.Unknown(OpenValue);
        }

        return Measured.Between(stated / sum.High, stated / sum.Value, stated / sum.Low);
    }

    /// <inheritdoc/>
    public bool Equals(DeclaredTest? other) => other is not null
        && (Number, Below, Limit, Sense, Unit, IsStrict) == (other.Number, other.Below, other.Limit, other.Sense, other.Unit, other.IsStrict);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Limit, Sense, Unit);
}
