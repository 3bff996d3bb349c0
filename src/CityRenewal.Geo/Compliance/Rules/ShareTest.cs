using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A sum over a sum against a limit: shares by floor area, footprint, count or land, with conditions on both sides.</summary>
/// <param name="Above">The sum above the line.</param>
/// <param name="Below">The sum below the line.</param>
/// <param name="Limit">The parameter that limits the quotient.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="Readings">The same rule with another sum below the line, printed beside it.</param>
public sealed record ShareTest(Term Above, Term Below, string Limit, LimitSense Sense, IReadOnlyList<ShareReading> Readings) : RuleTest
{
    private static readonly WhyNot NothingBelow = new(
        "nothing_below", "Nothing lies below the line of the ratio, so there is nothing to divide by.", "比值无分母，不适用。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => Above.Needs.Concat(Below.Needs).Concat(Readings.SelectMany(reading => reading.Below.Needs));

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Limit];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Ratio;

    /// <inheritdoc/>
    internal override bool AsksWhatGoes => Above.AsksWhatGoes || Below.AsksWhatGoes || Readings.Any(reading => reading.Below.AsksWhatGoes);

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        if (!area.HasDispositions && (Above.AsksWhatGoes || Below.AsksWhatGoes))
        {
            return Judgement.Unknown(AreaReasons.NoDispositions) with { Limit = book.Ground.ValueOf(Limit), Sense = Sense, IsStrict = IsStrict, Unit = RuleUnit.Ratio };
        }

        var elements = TermReader.Of(book.Ground, area, Above, Below);
        var quotient = new Quotient(elements);
        var limit = book.Ground.ValueOf(Limit);
        var (verdict, measured) = Judge(quotient, limit);
        var evidence = EvidenceOf(book, area, quotient);
        TermReader.Return(elements);
        return new Judgement
        {
            Verdict = verdict,
            Measured = measured,
            Limit = limit,
            Sense = Sense,
            IsStrict = IsStrict,
            Unit = RuleUnit.Ratio,
            Evidence = evidence,
            Readings = [.. Readings.Select(reading => Read(book, area, reading, limit))],
            WhyNot = verdict switch
            {
                null => NothingBelow,
                Verdict.Unknown => limit is null ? NoLimit(Limit) : OpenValue,
                _ => null,
            },
        };
    }

    /// <inheritdoc/>
    internal override RuleRow? RowOf(string rule, RowGround ground)
    {
        // Elective demolition is chosen within its own limit after the boundary is known; before that there is none.
        if (ground.Book.Ground.ValueOf(Limit) is not { } limit || Above.Conditions.Any(IsElective) || AsksByException)
        {
            return null;
        }

        var row = new RuleRow(rule, RowReader.Slack(ground, Above, Below, limit, Sense), IsStrict ? -1 : 0);
        return row.CanBind ? row : null;
    }

    private bool AsksByException => Above.Conditions.Concat(Below.Conditions).Any(condition => condition is ExceptCondition { AsksWhatGoes: true });

    private static bool IsElective(Condition condition) => condition is DemolitionCondition { Kind: DemolitionPart.Elective };

    private ReadingResult Read(RuleBook book, AreaUnderReview area, ShareReading reading, double? limit)
    {
        var elements = TermReader.Of(book.Ground, area, Above, reading.Below);
        var (verdict, measured) = Judge(new Quotient(elements), limit);
        TermReader.Return(elements);
        return new ReadingResult(reading.Id, verdict, measured);
    }

    private (Verdict? Verdict, Measured Measured) Judge(Quotient quotient, double? limit)
    {
        if (quotient.HasNothingBelow)
        {
            return (null, Measured.NotApplicable(NothingBelow));
        }

        double least = quotient.Least, most = quotient.Most;
        var measured = quotient.Value is not { } value ? Measured.Unknown(OpenValue)
            : double.IsInfinity(most) ? Measured.AtLeast(value, least)
            : Measured.Between(Math.Min(least, value), value, Math.Max(most, value));

        // With nothing known below the line there is no value to show, and a verdict without one convinces nobody.
        var verdict = quotient.Value is null ? Verdict.Unknown
            : limit is { } given ? VerdictOf((least, most), given, Sense, quotient.IsOpen)
            : Sense == LimitSense.AtMost && most <= 0 ? Verdict.Pass : Verdict.Unknown;
        return (verdict, measured);
    }

    private Evidence EvidenceOf(RuleBook book, AreaUnderReview area, Quotient quotient)
    {
        int[] rows = SumOfTerm.RowsOf(quotient.Elements);
        return new Evidence
        {
            Numerator = quotient.Above,
            Denominator = quotient.Below,
            Buildings = Above.IsOfBuildings ? rows : [],
            Parcels = Above.IsOfBuildings ? [] : rows,
            PartsOf = () => EvidenceParts.Of(book.Ground, area, Above, Below),
        };
    }
}
