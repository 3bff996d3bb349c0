using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Findings (核对发现) for people: how often each rule is kept, then what a reader must look at, equal findings once.</summary>
internal static class FindingTable
{
    public static void Print(RulePack pack, IReadOnlyList<Finding> findings)
    {
        Console.Out.WriteLine($"规则包 rule pack: {pack.TitleChinese} {pack.Title} ({pack.Id} {pack.Version}, {pack.Hash[..Math.Min(12, pack.Hash.Length)]})");
        PrintCounts(pack, findings);
        foreach (var group in FindingGroup.OfOpen(findings))
        {
            Print(pack, group);
        }

        PrintAssumed(pack, findings);
        foreach (var indicator in pack.Monitored)
        {
            Console.Out.WriteLine($"另行监测 monitored elsewhere: {indicator.TitleChinese} · {indicator.Title}");
        }

        Console.Out.WriteLine("每条发现的依据、假设与证据 citation, assumptions and evidence of every finding: --json");
    }

    private static void PrintCounts(RulePack pack, IReadOnlyList<Finding> findings)
    {
        var table = TextTable.Of("规则 rule", "", ">不符合 not kept", ">须同意 consent", ">误差内 marginal", ">未知 unknown", ">按假设符合 kept as assumed", ">符合 kept", ">不适用 n/a");
        foreach (var rule in pack.Rules.Where(rule => !rule.IsPart))
        {
            var found = findings.Where(finding => finding.Rule.Id == rule.Id).ToList();
            table.Row(
                rule.Id, Short(rule.TitleChinese),
                Count(found, finding => finding.Verdict == Verdict.Fail),
                Count(found, finding => finding.Verdict == Verdict.NeedsApproval),
                Count(found, finding => finding.Verdict == Verdict.Marginal),
                Count(found, finding => finding.Verdict == Verdict.Unknown),
                Count(found, finding => finding.Verdict == Verdict.Pass && finding.Assumptions.Count > 0),
                Count(found, finding => finding.Verdict == Verdict.Pass && finding.Assumptions.Count == 0),
                Count(found, finding => finding.Verdict is null));
        }

        TextTable.Print(table);
    }

    private static void Print(RulePack pack, FindingGroup group)
    {
        var (first, many) = (group.First, group.Findings.Count);
        Console.Out.WriteLine($"▪ {first.WordingChinese} · {first.Wording}");
        Console.Out.WriteLine($"  {first.Rule.TitleChinese} · {first.Rule.Title} [{first.Rule.Id}]");
        Console.Out.WriteLine($"  {many} 处 {(many == 1 ? "finding" : "findings")}: {group.Areas}");
        if (group.Measured is { Length: > 0 } measured)
        {
            Console.Out.WriteLine($"  实测 measured: {measured}");
        }

        if (first.WhyNot is { } whyNot)
        {
            Console.Out.WriteLine($"  原因 reason: {whyNot.TextChinese} · {whyNot.Text}");
        }

        Console.Out.WriteLine($"  依据 source: {FindingText.Cited(pack, first.Rule.Citation)}");
    }

    // A pass that rests on an assumption is never a plain pass; the numbers are named, since a reader can set them.
    private static void PrintAssumed(RulePack pack, IReadOnlyList<Finding> findings)
    {
        var sentences = findings.SelectMany(finding => finding.Assumptions).ToHashSet();
        if (sentences.Count == 0)
        {
            return;
        }

        var numbers = pack.Parameters.Values
            .Where(parameter => parameter.IsAssumed && sentences.Contains(parameter.AsAssumption()))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={parameter.Value}"))
            .ToList();
        Console.Out.WriteLine($"按假设 assumed: {sentences.Count} 条假设,见 sentences: renewal rules show {pack.Id}");
        if (numbers.Count > 0)
        {
            Console.Out.WriteLine($"  无来源的数值,可自行设定 numbers without a source, yours to set: --set {string.Join(" --set ", numbers)}");
        }
    }

    private static object? Count(List<Finding> findings, Func<Finding, bool> which) => findings.Count(which) is var count and > 0 ? count : "";

    private static string Short(string title) => title.Length <= 24 ? title : title[..23] + "…";
}
