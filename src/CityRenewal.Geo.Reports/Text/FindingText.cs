using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Text;

/// <summary>The numbers of a finding as people read them: shares in percent, other ratios as they are, areas in m².</summary>
public static class FindingText
{
    /// <summary>What was measured, with its interval; – where nothing could be.</summary>
    public static string Measured(Finding finding)
    {
        var measured = finding.Judgement.Measured;
        if (measured.Value is not { } value)
        {
            return "–";
        }

        var text = Number(value, finding);
        return measured.High is null ? $"≥ {Number(measured.Low ?? value, finding)}"
            : Number(measured.Low ?? value, finding) == Number(measured.High.Value, finding) ? text
            : $"{text} ({Number(measured.Low ?? value, finding)}–{Number(measured.High.Value, finding)})";
    }

    /// <summary>The limit in force with its side; – where the text gives no number.</summary>
    public static string Limit(Finding finding) => finding.Judgement.Limit is { } limit
        ? $"{finding.Judgement.Sense.Sign(finding.Judgement.IsStrict)} {Number(limit, finding)}"
        : "–";

    /// <summary>What was measured and its limit; empty where nothing was, or the rule only gathers others.</summary>
    public static string Compared(Finding finding) => finding.Judgement.Measured.Value is null || finding.Rule.Test is AllOfTest ? ""
        : finding.Judgement.Limit is null ? Measured(finding)
        : $"{Measured(finding)} (限值 limit {Limit(finding)})";

    /// <summary>Where a rule is written: title, number, clause.</summary>
    public static string Cited(RulePack pack, Citation citation) =>
        pack.Sources.FirstOrDefault(source => source.Id == citation.Source) is { } source
            ? $"《{source.Title}》{(source.Number.Length > 0 ? $"（{source.Number}）" : "")}{citation.Clause}"
            : citation.Clause;

    private static string Number(double value, Finding finding) => finding.Judgement.Unit switch
    {
        RuleUnit.Ratio when IsShare(finding) => Text(value * 100, "0.#") + " %",
        RuleUnit.Ratio => Text(value, "0.##"),
        RuleUnit.SquareMetre => Text(value, Math.Abs(value) < 100 ? "0.#" : "#,##0") + " m²",
        RuleUnit.Metre => Text(value, "0.##") + " m",
        RuleUnit.Year => Text(value, "0") + " 年 a",
        RuleUnit.PerHectare => Text(value, "0.#") + " /ha",
        _ => Text(value, "0.#"),
    };

    // A ratio that may be above one (new to demolished floor area), or is held against another measure (floor-area ratio
    // after against before), is no share of anything.
    private static bool IsShare(Finding finding) =>
        finding.Rule.Test is not MeasureTest { Other.Length: > 0 } && (finding.Judgement.Limit ?? 0) <= 1;

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
