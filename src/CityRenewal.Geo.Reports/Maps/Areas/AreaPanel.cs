using System.Globalization;
using System.Security;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The column beside the map of an area: its key numbers, and what the rules say of it.</summary>
internal sealed class AreaPanel(MeasuredPlan measured, int index, double left, double width)
{
    private const string Ink = "fill=\"#2b2b2b\"";
    private const string Grey = "fill=\"#6a665f\"";
    private const string Head = "fill=\"#5a1a6b\" font-weight=\"700\"";

    private readonly StringBuilder _svg = new();
    private bool _hasOpenValues;

    /// <summary>The findings whose place the map marks, with the number that both give them.</summary>
    public List<(int Number, Finding Finding)> Marked { get; } = [];

    /// <summary>Writes the column from that height down, and tells where it ends.</summary>
    public double Write(StringBuilder svg, double top)
    {
        var text = new WrappedText(_svg, left, width) { Top = top };
        text.Write("主要指标 Key numbers", 15, Head);
        text.Top += 4;
        foreach (var (label, value) in Numbers())
        {
            Row(text, label, value);
        }

        WriteProfile(text);
        if (_hasOpenValues)
        {
            text.Write("+ 含未知值,为已知部分合计 known part only: something that counts is unknown", 10.5, Grey);
        }

        text.Top += 12;
        WriteFindings(text);
        svg.Append(_svg);
        return text.Top;
    }

    private void WriteProfile(WrappedText text)
    {
        if (measured.Profiles.Count == 0)
        {
            return;
        }

        var profile = measured.Profiles[index];
        var categories = profile.Categories.IsUnclassified
            ? "未分类 unclassified"
            : string.Join("；", profile.Categories.Labels.Select(label =>
                $"{label.Definition.TitleChinese} {label.Definition.Title} {Number(label.Share * 100, "0")} %"));
        text.Write($"类别 categories: {categories}", 11.5, Ink);
        if (profile.Problems is { Count: > 0 } problems)
        {
            var most = problems.GroupBy(problem => problem.Problem).OrderByDescending(same => same.Sum(problem => problem.AreaM2));
            text.Write($"城市体检问题 problems answered: {string.Join("、", most.Select(same => same.Key))}", 11.5, Ink);
        }
    }

    private IEnumerable<(string Label, string Value)> Numbers()
    {
        var area = measured.Plan.Areas[index];
        int Count(Disposition disposition) => area.Dispositions.Count(proposed => proposed.Disposition == disposition);
        yield return ("净面积 net area", Number(area.NetArea / 1e4, "0.00") + " ha");
        yield return ("总面积(含内部街道) gross area", Number(area.GrossArea / 1e4, "0.00") + " ha");
        yield return ("地块 / 建筑 parcels / buildings", $"{area.Parcels.Count} / {area.Dispositions.Count}");
        yield return ("现状建筑面积 floor area", Measure("existing_floor_area_m2", "#,##0", " m²"));
        yield return ("住户 households", Measure("households", "#,##0", ""));
        yield return ("人口 people", Measure("people", "#,##0", ""));
        yield return ("更新需求参考分 need, 0 to 1", area.Need is { } need ? $"{Number(need, "0.00")} (已知 known {Number(area.NeedKnownShare * 100, "0")} %)" : "未知 unknown");
        yield return ("保留 / 改造 / 拆除 retain / renovate / demolish", $"{Count(Disposition.Retain)} / {Count(Disposition.Renovate)} / {Count(Disposition.Demolish)}");
        yield return ("拆除比例 demolition ratio", Share("demolition_ratio"));
        yield return ("其中拟拆候选 elective candidates", Measure("elective_demolition_floor_area_m2", "#,##0", " m²"));
        yield return ("不计入比例 exempt demolition", Measure("exempt_demolition_floor_area_m2", "#,##0", " m²"));
        yield return ("毛容积率 gross FAR", Measure("gross_far", "0.00", ""));
        yield return ("形状紧凑度 Polsby-Popper", Measure("polsby_popper", "0.00", ""));
    }

    private void WriteFindings(WrappedText text)
    {
        if (measured.Rules is not { } pack)
        {
            text.Write("核对发现 Findings", 15, Head);
            text.Write("未指定规则包,未作核对 no rule pack was named: nothing was checked", 11.5, Grey);
            return;
        }

        var findings = measured.Findings.Where(finding => finding.Area == measured.Plan.Areas[index].Id).ToList();
        text.Write("核对发现 Findings", 15, Head);
        text.Write($"{pack.TitleChinese} {pack.Title} · {pack.Id} {pack.Version}", 11, Grey);
        text.Write(Counts(findings), 11.5, Ink);
        text.Top += 4;
        foreach (var finding in FindingGroup.OfOpen(findings).SelectMany(group => group.Findings))
        {
            WriteOpen(text, finding);
        }

        WriteClosed(text, findings, "符合 kept", finding => finding.Verdict == Verdict.Pass && finding.Assumptions.Count == 0, "#1a9850");
        WriteClosed(text, findings, "符合（按假设） kept, as assumed", finding => finding.Verdict == Verdict.Pass && finding.Assumptions.Count > 0, "#66a61e");
        WriteClosed(text, findings, "不适用 not applicable", finding => finding.Verdict is null, "#9a9a9a");
    }

    private static string Counts(List<Finding> findings) => string.Join(" · ",
        from finding in findings
        where finding.IsOpen
        group finding by finding.Verdict into same
        orderby RuleWords.WorstFirst.TakeWhile(verdict => verdict != same.Key).Count()
        select $"{same.Key.Label()} {same.Count()}") is { Length: > 0 } counts ? counts : "没有须看的发现 nothing to look at";

    private void WriteOpen(WrappedText text, Finding finding)
    {
        var mark = MarkOf(finding);
        Dot(text, ColourOf(finding.Verdict), mark);
        text.Write(finding.Rule.TitleChinese, 12, Ink + " font-weight=\"700\"", indent: 22);
        text.Write(finding.Rule.Title, 10.5, Grey, indent: 22);
        text.Write($"{finding.WordingChinese} · {finding.Wording}", 11, $"fill=\"{ColourOf(finding.Verdict)}\"", indent: 22);
        if (FindingText.Compared(finding) is { Length: > 0 } compared)
        {
            text.Write($"实测 measured {compared}", 11, Ink, indent: 22);
        }

        if (finding.WhyNot is { } whyNot)
        {
            text.Write(whyNot.TextChinese, 10.5, Grey, indent: 22);
        }

        text.Top += 5;
    }

    private static void WriteClosed(
        WrappedText text, List<Finding> findings, string label, Func<Finding, bool> which, string colour)
    {
        var titles = findings.Where(which).Select(finding => finding.Rule.TitleChinese).ToList();
        if (titles.Count > 0)
        {
            text.Write($"{label} {titles.Count}", 11.5, $"fill=\"{colour}\" font-weight=\"700\"");
            text.Write(string.Join("；", titles) + "。", 10.5, Grey, indent: 8);
            text.Top += 3;
        }
    }

    // What evidence is missing for has no place of its own.
    private int? MarkOf(Finding finding)
    {
        var hasPlace = finding.Judgement.Evidence is { Buildings.Count: > 0 } or { Parcels.Count: > 0 };
        if (finding.Verdict == Verdict.Unknown || !hasPlace)
        {
            return null;
        }

        Marked.Add((Marked.Count + 1, finding));
        return Marked.Count;
    }

    private void Dot(WrappedText text, string colour, int? number)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{left + 9:0.#}\" cy=\"{text.Top + 9:0.#}\" r=\"{(number is null ? 5 : 9)}\" fill=\"{colour}\"/>");
        if (number is not null)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 9:0.#}\" y=\"{text.Top + 13:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">{number}</text>");
        }
    }

    private void Row(WrappedText text, string label, string value)
    {
        text.Write(label, 12, Ink);
        _svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{left + width:0.#}\" y=\"{text.Top - 3.4:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"end\" {Ink}>{SecurityElement.Escape(value)}</text>");
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left:0.#} {text.Top + 1:0.#}h{width:0.#}\" stroke=\"#e4e0d6\"/>");
        text.Top += 2;
    }

    private string Share(string wire)
    {
        var value = measured.Measures[index][wire];
        return value.Value is { } share ? Known(value, Number(share * 100, "0.0") + " %") : Why(value);
    }

    private string Measure(string wire, string format, string unit)
    {
        var value = measured.Measures[index][wire];
        return value.Value is { } number ? Known(value, Number(number, format) + unit) : Why(value);
    }

    private string Known(Measured value, string text)
    {
        _hasOpenValues |= value.High is null;
        return value.High is null ? text + " +" : text;
    }

    private static string Why(Measured value) => value.State == MeasuredState.NotApplicable ? "不适用 n/a" : "未知 unknown";

    private static string ColourOf(Verdict? verdict) => verdict switch
    {
        Verdict.Fail => "#c4161c",
        Verdict.NeedsApproval => "#d06a00",
        Verdict.Marginal => "#a88400",
        _ => "#6f6f6f",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
