using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>What a rule computes and compares: one kind of rule per file beside this one.</summary>
public abstract record RuleTest
{
    /// <summary>Layers, divisions or columns of layers without which the rule is unknown.</summary>
    public abstract IEnumerable<string> Needs { get; }

    /// <summary>The parameters that it reads.</summary>
    public abstract IEnumerable<string> Parameters { get; }

    /// <summary>Other rules that it is made of.</summary>
    public virtual IEnumerable<string> Rules => [];

    /// <summary>What it takes for granted of the layers of a city, where everything in <see cref="Needs"/> is there.</summary>
    internal virtual IEnumerable<PackAssumption> AssumedOn(RuleGround ground) => [];

    /// <summary>The unit that its limit must have; null where it has none.</summary>
    public abstract RuleUnit? LimitUnit { get; }

    /// <summary>Whether the limit itself breaks the rule: more than, less than; else it still keeps it.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether a verdict can depend on what is proposed for the buildings; where not, the land alone decides.</summary>
    internal virtual bool AsksWhatGoes => true;

    /// <summary>What it reads of the city beyond the facts, made ready as far as some parcels need it; else that waits until it is asked for.</summary>
    internal virtual void MakeReady(RuleGround ground, IReadOnlyCollection<int> parcels)
    {
    }

    /// <summary>Judges an area; everything in <see cref="Needs"/> is there.</summary>
    internal abstract Judgement Judge(RuleBook book, AreaUnderReview area);

    /// <summary>
    /// Parcels that no area may hold, since one alone breaks the rule whatever joins it; null where the rule keeps nobody out.
    /// </summary>
    internal virtual Func<int, bool>? KeepsOut(RuleBook book) => null;

    /// <summary>The rule as a sum over parcels that a search can price; null where it is none, or binds nobody.</summary>
    internal virtual RuleRow? RowOf(string rule, RowGround ground) => null;

    /// <summary>Numbers compared: a finding from a known interval and a limit.</summary>
    internal Verdict VerdictOf((double Least, double Most) measured, double limit, LimitSense sense, bool isOpen)
    {
        var slack = (IsStrict ? -1e-9 : 1e-9) * Math.Max(1, Math.Abs(limit));
        var (keeps, breaks) = sense == LimitSense.AtMost
            ? (measured.Most <= limit + slack, measured.Least > limit + slack)
            : (measured.Least >= limit - slack, measured.Most < limit - slack);
        return keeps ? Verdict.Pass : breaks ? Verdict.Fail : isOpen ? Verdict.Unknown : Verdict.Marginal;
    }

    /// <summary>A measured value held against the number of a parameter.</summary>
    internal Judgement Compared(Measured measured, double? limit, LimitSense sense, RuleUnit unit)
    {
        Verdict? verdict = measured.State switch
        {
            MeasuredState.NotApplicable => null,
            MeasuredState.Unknown => Verdict.Unknown,
            _ when limit is null => Verdict.Unknown,
            _ => VerdictOf(
                (measured.Low ?? double.NegativeInfinity, measured.High ?? double.PositiveInfinity),
                limit.Value, sense, measured.Low is null || measured.High is null),
        };
        return new Judgement
        {
            Verdict = verdict,
            Measured = measured,
            Limit = limit,
            Sense = sense,
            IsStrict = IsStrict,
            Unit = unit,
            WhyNot = measured.WhyNot ?? (verdict != Verdict.Unknown ? null : limit is null ? NoLimit(string.Join(", ", Parameters)) : OpenValue),
        };
    }

    /// <summary>Why a limit decides nothing.</summary>
    internal static WhyNot NoLimit(string parameter) => new(
        "no_limit", $"The text gives no number for {parameter}: a person judges the measured value, or sets the parameter.",
        $"条文未给出 {parameter} 的数值：由人判断实测值，或设定该参数。");

    /// <summary>Why an open value decides nothing.</summary>
    internal static readonly WhyNot OpenValue = new(
        "open_value", "Something that counts is unknown, and it could decide: complete the attributes of the buildings named.",
        "有未知属性可能左右结论：请补全所列建筑或地块的属性。");
}
