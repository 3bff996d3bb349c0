using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>A building ledger (一幢一档) that came back, for people.</summary>
internal static class BuildingLedgerTable
{
    private const int MostChanges = 200;

    public static void Print(LedgerComparison comparison, IReadOnlyList<(int Row, string Field, string Written, string Value)> readings, IReadOnlyList<LedgerAreaResult> areas)
    {
        PrintChanges(comparison);
        foreach (var same in readings.GroupBy(reading => (reading.Field, reading.Written, reading.Value)))
        {
            Console.Out.WriteLine($"读法 reading: {same.Key.Field} '{same.Key.Written}' → {same.Key.Value}, {same.Count()}×");
        }

        var table = TextTable.Of(
            "片区 area", ">现状 before m²", ">核正后 after m²", ">拆除 gone m²", ">核正后 after m²", ">拆除比例 ratio", ">核正后 after", ">不计入者两边扣除 exempt out of both", ">核正后 after",
            ">户 households", ">征询 asked", ">同意 agreeing", ">同意率 share", "意见 采纳/部分采纳/不采纳/未处理 comments");
        foreach (var area in areas)
        {
            table.Row(
                area.Area, area.Before.Existing.Value, area.After.Existing.Value, area.Before.Elective.Value, area.After.Elective.Value,
                Share(area.Before.Ratio), Share(area.After.Ratio), Share(area.Before.StricterRatio), Share(area.After.StricterRatio),
                $"{area.Households.Value:N0}{(area.Households.Unknown > 0 ? $" + {area.Households.Unknown} 未知" : "")}", area.Asked.ToString("N0"), area.Agreeing.ToString("N0"),
                area.ConsentShare is { } share ? $"{share:P1}" : "–", string.Join("/", area.Comments));
        }

        TextTable.Print(table);
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    private static void PrintChanges(LedgerComparison comparison)
    {
        Console.Out.WriteLine(
            $"变更 changes: {comparison.Changes.Count}, 涉及 of {comparison.Changes.Select(change => change.Building).Distinct().Count()} 幢 buildings"
            + (comparison.MissingBuildings > 0 ? $"; 未返回 without a row: {comparison.MissingBuildings} 幢" : ""));
        var table = TextTable.Of("建筑 building", "栏目 field", "原 old", "新 new");
        foreach (var change in comparison.Changes.Take(MostChanges))
        {
            table.Row(change.Building, change.Field.Heading, change.Old, change.New);
        }

        if (comparison.Changes.Count > 0)
        {
            TextTable.Print(table);
        }

        if (comparison.Changes.Count > MostChanges)
        {
            Console.Out.WriteLine($"… 其余 {comparison.Changes.Count - MostChanges} 条见 the rest: --json");
        }
    }

    private static string Share(Measured ratio) => ratio.Value is { } value ? $"{value:P2}" : "未知 unknown";
}
