using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>What the rules say of an area: all in one table, worst first, then what each verdict rests on.</summary>
internal sealed class FindingSection(ReportContent content, AssumptionList assumptions)
{
    /// <summary>How many findings have which verdict, in a line.</summary>
    public static void WriteCounts(HtmlText html, ReportArea area)
    {
        html.Open("p", "tags").Element("b", "核对结论 verdicts ");
        foreach (var verdict in RuleWords.WorstFirst.Where(verdict => area.CountOf(verdict) > 0))
        {
            html.Element("span", $"{verdict.Label()} {area.CountOf(verdict)}", verdict.Wire() ?? "not_applicable");
        }

        html.Close();
    }

    /// <summary>The table, and the evidence.</summary>
    public void Write(HtmlText html, IReadOnlyList<NumberedFinding> findings)
    {
        html.Words("h3", "核对发现", "Findings", "newpage");
        if (content.Rules is not { } pack)
        {
            html.Words("p", "未指定规则包,未作核对。", "No rule pack was named: nothing was judged.", "note");
            return;
        }

        html.Open("table", "findings").Open("thead").Open("tr").Element("th", "#", "id").Words("th", "规则", "Rule").Words("th", "结论", "Verdict")
            .Words("th", "实测", "Measured").Words("th", "限值", "Limit").Words("th", "依据", "Citation").Words("th", "假设", "Assumed").Close().Close().Open("tbody");
        foreach (var numbered in findings)
        {
            Row(html, numbered, pack);
        }

        html.Close().Close();
        new EvidenceSection(content).Write(html, findings);
    }

    private void Row(HtmlText html, NumberedFinding numbered, RulePack pack)
    {
        var finding = numbered.Finding;
        html.Open("tr").Open("td", "id").Element("span", $"{numbered.Number}", numbered.HasPlace ? "dot" : "").Close();
        html.Open("td").Words(finding.Rule.TitleChinese, finding.Rule.Title);
        if (finding.Project is { } project)
        {
            html.Write($" · 项目 project {project}");
        }

        html.Close().Words("td", finding.WordingChinese, finding.Wording, ClassOf(finding));
        Measured(html, finding);
        html.Element("td", FindingText.Limit(finding));
        html.Element("td", FindingText.Cited(pack, finding.Rule.Citation), "cite").Open("td");
        foreach (var name in assumptions.NamesOf(finding))
        {
            html.Link($"assumption-{name}", name).Write(" ");
        }

        html.Close().Close();
    }

    private void Measured(HtmlText html, Finding finding)
    {
        html.Open("td");
        if (!content.Disclosure.Tells(finding) && finding.Judgement.Measured.Value is not null)
        {
            html.Write(Disclosure.Withheld);
        }
        else if (finding.Rule.Test is AllOfTest)
        {
            html.Write("–");
        }
        else
        {
            html.Number(finding.Judgement.Measured.Value, FindingText.Measured(finding));
        }

        html.Close();
    }

    private static string ClassOf(Finding finding) =>
        finding.Verdict == Verdict.Pass && finding.Assumptions.Count > 0 ? "assumed" : finding.Verdict.Wire() ?? "not_applicable";
}
