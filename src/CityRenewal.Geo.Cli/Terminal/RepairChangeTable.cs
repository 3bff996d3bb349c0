using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Repairs;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Repairs of failing areas for people: for each rule what would free it and at what price, then the change for all of them.</summary>
internal static class RepairChangeTable
{
    private const int Named = 12;

    public static void Print(AreaRepair repair, RepairCheck? check)
    {
        Console.Out.WriteLine($"▪ 片区 area {repair.Before.Area.Id}");
        if (!repair.IsNeeded)
        {
            Console.Out.WriteLine("  没有不符合的规则,无须调整 · no rule fails, nothing to repair");
        }
        else
        {
            PrintPrices(repair);
            PrintTogether(repair, check);
        }

        foreach (var alike in repair.Beyond.GroupBy(open => open.Text))
        {
            var rules = string.Join(", ", alike.Select(open => open.Finding.Rule.Id));
            Console.Out.WriteLine($"  – {rules}: {alike.First().TextChinese} · {alike.Key}");
        }
    }

    private static void PrintPrices(AreaRepair repair)
    {
        var table = TextTable.Of(
            "规则 rule", "", ">调入 in m²", ">调出 out m²", ">地块 parcels", ">撤销拆除 given up", ">保留建筑面积 kept m²", ">效益 benefit m²", ">目标值 objective m²", "最小 least", "调整后 after");
        foreach (var rule in repair.Rules)
        {
            Row(table, (rule.Finding.Rule.Id, Short(rule.Finding.Rule.TitleChinese)), rule.Change, rule.Change is null ? "" : rule.After.Label());
        }

        if (repair.Rules.Count > 1)
        {
            Row(table, ("全部 all", ""), repair.Together, "");
        }

        TextTable.Print(table);
    }

    private static void Row(Spectre.Console.Table table, (string Id, string Title) rule, RepairChange? change, string after)
    {
        if (change is null)
        {
            table.Row(rule.Id, rule.Title, null, null, null, null, null, null, null, "未找到 none found", "");
            return;
        }

        table.Row(
            rule.Id, rule.Title, change.LandInM2, change.LandOutM2, change.ParcelsIn.Count + change.ParcelsOut.Count, change.Kept.Count,
            change.FloorAreaKeptM2, change.BenefitChangeM2, change.ObjectiveChangeM2, change.IsLeast ? "已证明 proven" : "未证明 not proven", after);
    }

    private static void PrintTogether(AreaRepair repair, RepairCheck? check)
    {
        if (repair.Together is not { } change)
        {
            Console.Out.WriteLine("  未找到同时满足全部规则的调整 · no change was found that keeps all of them");
            return;
        }

        Say("调入 in", change.ParcelsIn);
        Say("调出 out", change.ParcelsOut);
        Say("撤销拆除 demolitions given up", change.Kept);
        Say("调入地块上不拆的建筑 buildings kept on land that comes in", change.KeptOnLandIn);
        Console.Out.WriteLine(check is { Holds: true }
            ? "  复核 review: 独立核对确认,其他结论未变差 · confirmed by an independent review, no other verdict is worse"
            : $"  复核 review: 未确认 · NOT confirmed: {string.Join("; ", check?.Faults ?? [])}");
    }

    private static void Say(string word, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            var more = ids.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" … ({ids.Count})") : "";
            Console.Out.WriteLine($"  {word}: {string.Join(' ', ids.Take(Named))}{more}");
        }
    }

    private static string Short(string title) => title.Length <= 20 ? title : title[..19] + "…";
}
