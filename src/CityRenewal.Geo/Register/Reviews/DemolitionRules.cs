using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Register;

/// <summary>The rules of a pack that limit the share of floor area that goes by choice, judged over all projects since the baseline.</summary>
internal static class DemolitionRules
{
    private static readonly PackAssumption Frozen = new(
        "Existing floor area is what stood at the frozen baseline; demolition is summed over all registered projects and all buildings that are gone since. The text names no date.",
        "现状总建筑面积按冻结的基准日计，拆除量按基准日以来全部登记项目与已灭失建筑累计。条文未规定基准日。");

    private static readonly PackAssumption GoneByChoice = new(
        "A building that stood at the baseline and is gone counts as demolished by choice, unless it was registered otherwise or its exemption was evidenced then.",
        "基准日在册而现状已灭失的建筑计为拆除，除非已另行登记或当时已有不计入比例的证明。");

    /// <summary>The rules.</summary>
    public static IEnumerable<PackRule> In(RulePack pack) => pack.Rules.Where(rule => !rule.IsPart && rule.Test is ShareTest
    {
        Sense: LimitSense.AtMost, Above: { Quantity: Quantity.FloorArea, Conditions: [DemolitionCondition { Kind: DemolitionPart.Elective }] },
    });

    /// <summary>One rule on some land.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="of">The area, and the project inside it.</param>
    /// <param name="on">All demolition there, and the frozen baseline.</param>
    /// <param name="asked">The limit, null where the pack gives none; whether more may go that nobody has said yet.</param>
    public static Finding Judge(PackRule rule, (string Area, string? Project) of, (CumulativeDemolition Sum, AreaBaseline? Baseline) on, (double? Limit, bool IsOpen) asked)
    {
        var ((sum, baseline), (limit, isOpen)) = (on, asked);
        var share = (ShareTest)rule.Test;
        var judgement = share.Compared(Open(sum.Ratio(ExemptReading.OutOfNumerator), isOpen), limit, share.Sense, RuleUnit.Ratio);
        var stricter = share.Compared(Open(sum.Ratio(ExemptReading.OutOfBoth), isOpen), limit, share.Sense, RuleUnit.Ratio);
        return new Finding
        {
            Area = of.Area,
            Project = of.Project,
            Rule = rule,
            Assumptions = [Frozen, GoneByChoice, .. rule.Assumptions],
            Judgement = judgement with
            {
                WhyNot = isOpen && judgement.Verdict == Verdict.Unknown ? AreaReasons.NoDispositions : judgement.WhyNot,
                Readings = [new ReadingResult("exempt-out-of-both", stricter.Verdict, stricter.Measured)],
                Evidence = new Evidence
                {
                    Numerator = sum.Elective.Value,
                    Denominator = sum.Existing.Value,
                    Others = [.. sum.Buildings.Where(one => one.Elective > 0).Select(Named)],
                    NamedParts = [.. sum.Buildings.Select(one => PartOf(one, baseline))],
                },
            },
        };
    }

    // A building of unknown floor area gives nothing to the known sums, and its interval leaves the ratio open.
    private static NamedPart PartOf(CumulativeBuilding one, AreaBaseline? baseline)
    {
        var floor = one.Building.FloorArea.Value;
        var known = double.IsFinite(floor) ? floor : 0;
        return new NamedPart(one.Building.Id, one.By, baseline?.Version, floor, one.Elective * known, known);
    }

    private static string Named(CumulativeBuilding one) =>
        one.Building.Id + (one.By.Count > 0 ? $" ({string.Join(", ", one.By)})" : "") + (one.IsGone ? " 已拆 gone" : "");

    private static Measured Open(Measured ratio, bool isOpen) =>
        isOpen && ratio is { State: MeasuredState.Known, Value: { } value } ? Measured.AtLeast(value, ratio.Low ?? 0) : ratio;
}
