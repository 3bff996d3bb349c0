using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A sum against a limit: land in a red line, protected buildings that would go. What sticks into a layer by a strip no
/// wider than the layers' tolerance is listed and not counted; what is wider and could still be drawing noise need not count.
/// </summary>
/// <param name="Term">The sum.</param>
/// <param name="Limit">The parameter that limits it.</param>
/// <param name="Sense">On which side the rule is kept.</param>
/// <param name="StripWidth">The parameter with the widest strip that is not counted, metres; empty where everything counts.</param>
public sealed record SumTest(Term Term, string Limit, LimitSense Sense, string StripWidth) : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => Term.Needs;

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => StripWidth.Length > 0 ? [Limit, StripWidth] : [Limit];

    /// <inheritdoc/>
    internal override IEnumerable<PackAssumption> AssumedOn(RuleGround ground) =>
        StripWidth.Length > 0 && ground.StripTolerance(StripWidth, Term.Column) is { IsGiven: false } assumed ? [assumed.AsAssumption()] : [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => Term.Unit;

    /// <inheritdoc/>
    internal override void MakeReady(RuleGround ground, IReadOnlyCollection<int> parcels)
    {
        if (StripWidth.Length > 0 && ground.Facts.Column(Term.Column) is { } column && parcels.Any(parcel => column.Coverages[parcel] == Coverage.Partly))
        {
            _ = ground.StripsIn(Term.Column);
        }
    }

    /// <inheritdoc/>
    internal override bool AsksWhatGoes => Term.AsksWhatGoes;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        if (!area.HasDispositions && Term.AsksWhatGoes)
        {
            return Judgement.Unknown(AreaReasons.NoDispositions) with { Limit = book.Ground.ValueOf(Limit), Sense = Sense, IsStrict = IsStrict, Unit = Term.Unit };
        }

        var elements = TermReader.Of(book.Ground, area, Term);
        var strips = StripWidth.Length == 0 ? [] : elements.FindAll(element => IsStrip(book, element));
        var sum = new SumOfTerm(strips.Count == 0 ? elements : elements.FindAll(element => !IsStrip(book, element)));
        var low = StripWidth.Length == 0 ? sum.Low : new SumOfTerm(elements.FindAll(element => !IsStrip(book, element, isDoubtful: true))).Low;
        var evidence = EvidenceOf(book, area, sum, strips);
        TermReader.Return(elements);
        var limit = book.Ground.ValueOf(Limit);
        var verdict = limit is { } given
            ? VerdictOf((low, sum.High), given, Sense, sum.IsOpen)
            : Sense == LimitSense.AtMost && sum.High <= 0 ? Verdict.Pass : Verdict.Unknown;
        return new Judgement
        {
            Verdict = verdict,
            Measured = double.IsInfinity(sum.High) ? Measured.AtLeast(sum.Value, low) : Measured.Between(low, sum.Value, sum.High),
            Limit = limit,
            Sense = Sense,
            IsStrict = IsStrict,
            Unit = Term.Unit,
            Evidence = evidence,
            WhyNot = verdict == Verdict.Unknown ? limit is null ? NoLimit(Limit) : OpenValue : null,
        };
    }

    /// <inheritdoc/>
    internal override Func<int, bool>? KeepsOut(RuleBook book)
    {
        // Only land that counts whatever happens on it keeps a parcel out, and only where none of it is allowed.
        if (Term.Quantity != Quantity.LandIn && Term.Quantity != Quantity.Land
            || Sense != LimitSense.AtMost || book.Ground.ValueOf(Limit) is not { } limit
            || Term.Conditions.Any(condition => condition is not (BuiltUpCondition or WordCondition or InLayerCondition or SizeCondition)))
        {
            return null;
        }

        return parcel =>
        {
            var element = TermReader.OfParcel(book.Ground, parcel, Term);
            return element.Low * element.Above.Low > limit + (IsStrict ? 0 : 1e-6) && !IsStrip(book, element);
        };
    }

    /// <inheritdoc/>
    internal override RuleRow? RowOf(string rule, RowGround ground)
    {
        if (ground.Book.Ground.ValueOf(Limit) is not { } limit || KeepsOut(ground.Book) is not null && limit <= 0
            || Term.Conditions.Any(condition => condition is DemolitionCondition { Kind: DemolitionPart.Elective } or ChangeCondition or ExceptCondition { AsksWhatGoes: true }))
        {
            return null;
        }

        var sign = Sense == LimitSense.AtMost ? 1 : -1;
        var row = new RuleRow(rule, RowReader.Slack(ground, Term, below: null, 0, Sense), (long)Math.Floor(sign * limit / RuleRow.Unit) - (IsStrict ? 1 : 0));
        return row.CanBind || row.Limit < 0 ? row : null;
    }

    private bool IsStrip(RuleBook book, TermElement element, bool isDoubtful = false)
    {
        if (StripWidth.Length == 0 || Term.Quantity != Quantity.LandIn || element.High <= 0)
        {
            return false;
        }

        var tolerance = book.Ground.StripTolerance(StripWidth, Term.Column);
        return book.Ground.StripsIn(Term.Column).IsStrip(element.Row, isDoubtful ? tolerance.Doubtful : tolerance.Metres);
    }

    private Evidence EvidenceOf(RuleBook book, AreaUnderReview area, SumOfTerm sum, List<TermElement> strips)
    {
        int[] rows = SumOfTerm.RowsOf(sum.Elements);
        return new Evidence
        {
            Numerator = sum.Value,
            Buildings = Term.IsOfBuildings ? rows : [],
            Parcels = Term.IsOfBuildings ? [] : rows,
            Strips =
            [
                .. strips.Select(strip => new Encroachment(strip.Row, strip.Value, book.Ground.StripsIn(Term.Column).WidthOf(strip.Row)))
                    .OrderBy(strip => strip.Parcel),
            ],
            Tolerance = StripWidth.Length > 0 ? book.Ground.StripTolerance(StripWidth, Term.Column).Metres : null,
            PartsOf = () => EvidenceParts.Above(book.Ground, area, Term, element => !IsStrip(book, element)),
        };
    }
}
