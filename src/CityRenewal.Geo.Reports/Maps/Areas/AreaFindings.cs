using System.Globalization;
using System.Text;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The list of findings beside the map of an area: what must be looked at with its words and numbers, then what is kept.</summary>
internal sealed class AreaFindings(RulePack? rules, IReadOnlyList<Finding> findings, StringBuilder svg, double left)
{
    private const string Ink = "fill=\"#2b2b2b\"";
    private const string Grey = "fill=\"#6a665f\"";

    /// <summary>The findings whose place the map marks, with the number that both give them.</summary>
    public List<(int Number, Finding Finding)> Marked { get; } = [];

    /// <summary>Writes the list.</summary>
    public void Write(WrappedText text)
    {
        if (rules is not { } pack)
        {
            text.Write("未指定规则包,未作核对 no rule pack was named: nothing was checked", 11.5, Grey);
            return;
        }

        text.Write($"{pack.TitleChinese} {pack.Title} · {pack.Id} {pack.Version}", 11, Grey);
        text.Write(Counts(), 11.5, Ink);
        text.Top += 4;
        foreach (var finding in FindingGroup.OfOpen(findings).SelectMany(group => group.Findings))
        {
            WriteOpen(text, finding);
        }

        WriteClosed(text, "符合 kept", finding => IsKept(finding, asAssumed: false), "#1a9850");
        WriteClosed(text, "符合（按假设） kept, as assumed", finding => IsKept(finding, asAssumed: true), "#66a61e");
        WriteClosed(text, "不适用 not applicable", finding => finding.Verdict is null, "#9a9a9a");
    }

    private static bool IsKept(Finding finding, bool asAssumed) =>
        finding.Verdict == Verdict.Pass && finding.Assumptions.Count > 0 == asAssumed;

    private string Counts() => string.Join(" · ",
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

    private void WriteClosed(WrappedText text, string label, Func<Finding, bool> which, string colour)
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
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{left + 9:0.#}\" cy=\"{text.Top + 9:0.#}\" r=\"{(number is null ? 5 : 9)}\" fill=\"{colour}\"/>");
        if (number is not null)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{left + 9:0.#}\" y=\"{text.Top + 13:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"middle\" ")
                .Append(CultureInfo.InvariantCulture, $"fill=\"#fff\">{number}</text>");
        }
    }

    private static string ColourOf(Verdict? verdict) => verdict switch
    {
        Verdict.Fail => "#c4161c",
        Verdict.NeedsApproval => "#d06a00",
        Verdict.Marginal => "#a88400",
        _ => "#6f6f6f",
    };
}
