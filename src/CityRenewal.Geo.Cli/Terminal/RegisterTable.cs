using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>A register (更新项目库), its sums and a review against it, for people.</summary>
internal static class RegisterTable
{
    public static void PrintEntries(IReadOnlyList<RegisterEntry> entries)
    {
        var table = TextTable.Of("编号 id", "类别 kind", "片区 area", "名称 name", "类型 category", "分期 phase", "状态 state", "日期 date", "文号 document", ">地块 parcels", ">用地 land m²");
        foreach (var entry in entries)
        {
            var last = entry.History[^1];
            table.Row(
                entry.Id, KindOf(entry.Kind), entry.Area, entry.Name, entry.Category, entry.Phase, WordOf(entry.State), $"{last.Date:yyyy-MM-dd}", last.Document,
                entry.Parcels.Count, entry.LandM2);
        }

        TextTable.Print(table);
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    public static void PrintEntry(RegisterEntry entry, AreaBaseline? baseline, CumulativeDemolition demolition)
    {
        PrintEntries([entry]);
        foreach (var step in entry.History)
        {
            Console.Out.WriteLine($"{step.Date:yyyy-MM-dd} {WordOf(step.State)} {step.Document}");
        }

        Console.Out.WriteLine(baseline is null
            ? "更新前建筑面积未冻结 no baseline is frozen"
            : $"更新前基准日 baseline {baseline.Date:yyyy-MM-dd} (城市数据版本 city version {baseline.Version}): {baseline.Buildings.Count} 幢 buildings, {SumOf(demolition.Existing)} m²");
        PrintDemolition(demolition);
    }

    public static void PrintRollUp(IReadOnlyList<RollUpRow> rows, Func<string, string> nameOf)
    {
        var table = TextTable.Of([
            "单元 unit", "类别 kind", .. RegisterStates.All.Select(state => $">{WordOf(state)}"), ">用地 land m²", ">幢 buildings", ">建筑面积 floor area m²", ">户 households", ">人 people",
        ]);
        foreach (var row in rows)
        {
            table.Row([
                row.Level == RollUpLevel.City ? "全市 city" : row.Unit.Length == 0 ? "未知 unknown" : $"{row.Unit} {nameOf(row.Unit)}".Trim(), KindOf(row.Kind), .. row.Counts.Select(count => (object?)count),
                row.Numbers.LandM2, row.Numbers.Buildings, SumOf(row.Numbers.FloorAreaM2), SumOf(row.Numbers.Households), SumOf(row.Numbers.People),
            ]);
        }

        TextTable.Print(table);
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    public static void PrintFactors(IReadOnlyList<FundingFactors> factors)
    {
        Console.Out.WriteLine(FundingFactors.Label);
        var table = TextTable.Of("项目 project", "名称 name", ">建筑面积 floor area m²", ">幢 buildings", ">户 households", ">人 people", ">财政系数 fiscal coefficient");
        foreach (var one in factors)
        {
            table.Row(
                one.Project.Id, one.Project.Name, SumOf(one.FloorAreaM2), one.Buildings, SumOf(one.Households), SumOf(one.People),
                one.Project.FiscalCoefficient is { } coefficient ? coefficient : "未填 not entered");
        }

        TextTable.Print(table);
    }

    public static void PrintReview(RegisterReview review)
    {
        foreach (var overlap in review.Overlaps)
        {
            var kind = overlap.IsConflict ? "重叠 overlap" : "位于片区内 inside area";
            Console.Out.WriteLine(
                $"项目库 register: {overlap.Boundary} {kind} {overlap.Entry.Id} ({KindOf(overlap.Entry.Kind)}, {WordOf(overlap.Entry.State)}): {overlap.Parcels.Count} 地块 parcels, {overlap.LandM2:N0} m²: "
                + string.Join(", ", overlap.Parcels.Take(8)) + (overlap.Parcels.Count > 8 ? " …" : ""));
        }

        foreach (var finding in review.LandFindings.Where(finding => finding.IsOpen))
        {
            var named = finding.Project is null ? finding.Area : $"{finding.Area} / {finding.Project}";
            Console.Out.WriteLine(
                $"▪ {finding.Rule.TitleChinese} {finding.Rule.Title}, {named}: {finding.WordingChinese} · {finding.Wording}: {finding.Judgement.Measured.Value:N0} m²"
                + $" ({string.Join(", ", finding.Judgement.Evidence.Others)}) [{finding.Rule.Id}]");
        }

        foreach (var (finding, demolition, baseline) in review.Findings)
        {
            var named = finding.Project is null ? finding.Area : $"{finding.Area} / {finding.Project}";
            Console.Out.WriteLine($"▪ 累计拆除 cumulative demolition, {named}: {finding.WordingChinese} · {finding.Wording} [{finding.Rule.Id}]"
                + (baseline is null ? "" : $" 基准日 baseline {baseline.Date:yyyy-MM-dd}"));
            PrintDemolition(demolition);
        }

        foreach (var (entry, parcels) in review.Vanished)
        {
            Console.Out.WriteLine($"提示 note: {entry}: {parcels} 个登记地块已不在现状图层,重叠无法判断 registered parcels are no longer in the layer; whether they overlap cannot be told");
        }
    }

    private static void PrintDemolition(CumulativeDemolition demolition)
    {
        var ratio = demolition.Ratio(ExemptReading.OutOfNumerator);
        Console.Out.WriteLine(
            $"  拆除 demolished {SumOf(demolition.Elective)} m² / 更新前 before {SumOf(demolition.Existing)} m² = {(ratio.Value is { } value ? $"{value:P1}" : $"– ({ratio.WhyNot?.TextChinese} {ratio.WhyNot?.Text})")}"
            + $", 不计入 exempt {demolition.Exempt.Value:N0} m², 已灭失 gone {demolition.Gone.Count()} 幢");
        if (demolition.TakenTwice.ToList() is { Count: > 0 } twice)
        {
            Console.Out.WriteLine(
                $"  多个项目同列,只计一次 taken by several projects, counted once: {string.Join("; ", twice.Take(8).Select(one => $"{one.Building.Id} ({string.Join(", ", one.By)})"))}");
        }
    }

    private static string SumOf(FloorAreaSum sum) => SumOf(new KnownSum(sum.Value, sum.Unknown));

    private static string SumOf(KnownSum sum) => $"{sum.Value:N0}{(sum.Unknown > 0 ? $" + {sum.Unknown} 未知" : "")}";

    private static string WordOf(RegisterState state) => $"{state.Chinese()} {state.Wire()}";

    private static string KindOf(RegisterKind kind) => kind == RegisterKind.Project ? "项目 project" : "片区 area";
}
