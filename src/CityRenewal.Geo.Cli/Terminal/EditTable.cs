using System.Globalization;
using CityRenewal.Geo.Cli.Commands;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What an edit did, for people: the numbers before and after that differ, verdicts that turned, what breaks and what is mended.</summary>
internal sealed class EditTable : IEditVoice
{
    private const int Named = 12;

    /// <inheritdoc/>
    public void Report(string word, EditReport report, EditSession session)
    {
        var (sign, chinese) = word switch { "undo" => ("↶", "撤回："), "redo" => ("↷", "重做："), _ => ("✎", "") };
        Console.Out.WriteLine($"{sign} {chinese}{report.Edit.TextChinese} · {(word == "edit" ? "" : $"{word}: ")}{report.Edit.Text}");
        foreach (var change in report.Changes)
        {
            Print(change);
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  方案目标值 objective: {report.ObjectiveBefore:N0} → {report.ObjectiveAfter:N0} m² ({report.ObjectiveAfter - report.ObjectiveBefore:+#,0;-#,0;0})"));
        foreach (var told in report.Tells)
        {
            Console.Out.WriteLine($"  ! {told.TextChinese} · {told.Text}");
        }
    }

    /// <inheritdoc/>
    public void Show(EditSession session, string? area)
    {
        if (area is not null)
        {
            MeasureTable.Print(area, session.MeasuresOf(area));
            Print(new AreaChange(area, null, session.Area(area)) { Gained = [], Lost = [] });
            return;
        }

        var table = TextTable.Of("片区 area", ">地块 parcels", ">net ha", ">gross ha", ">perimeter m", ">Polsby-Popper", ">价值 value m²", ">不符合 broken", ">须看 to look at");
        foreach (var each in session.Areas)
        {
            table.Row(
                each.Area.Id, each.Area.Parcels.Count, each.Area.NetArea / 10_000, each.Area.GrossArea / 10_000, each.Area.Perimeter,
                each.Measures["polsby_popper"].Value, each.Value, each.Breaches.Count + each.Findings.Count(finding => finding.Verdict == Verdict.Fail),
                each.Findings.Count(finding => finding.IsOpen));
        }

        TextTable.Print(table);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"方案目标值 objective: {session.Objective:N0} m²"));
    }

    /// <inheritdoc/>
    public void Refuse(int line, string command, EditException refusal)
    {
        foreach (var problem in refusal.Problems)
        {
            Console.Error.WriteLine($"error: line {line}: {command}: {problem.Field} {problem.Value}: {problem.Said}");
        }
    }

    /// <inheritdoc/>
    public void Say(string text, string textChinese) => Console.Out.WriteLine(textChinese.Length > 0 ? $"{textChinese} · {text}" : text);

    private static void Print(AreaChange change)
    {
        var fate = change.Before is null ? "新设 begun" : change.After is null ? "已撤销 dissolved" : "";
        Console.Out.WriteLine($"  {change.Id} {fate}{Ids(" +", change.Gained)}{Ids(" −", change.Lost)}");
        if (change.After is null)
        {
            return;
        }

        if (change.Before is { } before)
        {
            PrintNumbers(before.Measures, change.After.Measures);
        }

        PrintVerdicts(change);
        PrintBreaches(change);
    }

    private static string Ids(string sign, IReadOnlyList<string> ids) => ids.Count == 0 ? ""
        : $"{sign}{string.Join(sign, ids.Take(Named))}{(ids.Count > Named ? $" … ({ids.Count})" : "")}";

    private static void PrintNumbers(AreaMeasures before, AreaMeasures after)
    {
        var table = TextTable.Of("指标 measure", "", ">前 before", ">后 after", ">差 difference");
        var rows = 0;
        foreach (var (name, value) in after.All)
        {
            var old = before[name.Wire];
            if (old.Value != value.Value)
            {
                table.Row(name.Wire, name.Chinese, old.Value, value.Value, value.Value - old.Value);
                rows++;
            }
        }

        if (rows > 0)
        {
            TextTable.Print(table);
        }
    }

    private static void PrintVerdicts(AreaChange change)
    {
        var before = change.Before?.Findings.ToDictionary(finding => finding.Rule.Id) ?? [];
        foreach (var finding in change.After!.Findings)
        {
            var was = before.GetValueOrDefault(finding.Rule.Id);
            if (was is null ? finding.IsOpen : was.Verdict != finding.Verdict)
            {
                var turned = was is null ? "" : $"{was.WordingChinese} → ";
                Console.Out.WriteLine($"    ▪ {finding.Rule.TitleChinese} [{finding.Rule.Id}]: {turned}{finding.WordingChinese} · {finding.Wording} {FindingText.Compared(finding)}".TrimEnd());
            }
        }
    }

    private static void PrintBreaches(AreaChange change)
    {
        IReadOnlyList<AreaBreach> before = change.Before?.Breaches ?? [];
        foreach (var breach in change.After!.Breaches)
        {
            Console.Out.WriteLine($"    ! {breach.TextChinese} · {breach.Text} [{breach.Check}]");
        }

        foreach (var mended in before.Where(breach => change.After.Breaches.All(now => now.Check != breach.Check)))
        {
            Console.Out.WriteLine($"    ✓ 已消除 mended [{mended.Check}]");
        }
    }
}
