using System.Globalization;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>How many parcels are in or out for which reason, and per area what binds it and where its outline stops.</summary>
internal static class ReasonTable
{
    private const int Most = 60;

    public static void Print(PlanReasons reasons, IReadOnlyList<AreaReasons> areas, PlanFrequency? frequency)
    {
        var counts = TextTable.Of("原因 reason", "", ">地块 parcels");
        foreach (var (code, count) in reasons.Codes.ToArray().CountBy(code => code).OrderBy(count => count.Key))
        {
            counts.Row(code.Title().TextChinese, code.Title().Text, count);
        }

        TextTable.Print(counts);
        var table = TextTable.Of("片区 area", "起约束作用 binds", "边界止于 outline stops at");
        foreach (var area in areas.Take(Most))
        {
            table.Row(area.Id, Binding(area), string.Join(", ", area.Stops.Take(4).Select(Stop)));
        }

        TextTable.Print(table);
        if (frequency is not null)
        {
            var always = frequency.Counts.ToArray().Count(count => count == frequency.Plans);
            var ever = frequency.Counts.ToArray().Count(count => count > 0);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{frequency.Plans} 个方案 plans: 始终纳入 always in {always:N0}, 曾纳入 ever in {ever:N0} 地块 parcels"));
        }
    }

    private static string Binding(AreaReasons area)
    {
        var binding = area.Binding.Take(3).Select(limit => string.Create(
            CultureInfo.InvariantCulture,
            $"{limit.Title.TextChinese} {limit.Limit} {limit.Value:0.##} / {limit.Bound:0.##} (+{limit.Best!.Gain:0} m² / {limit.Best.Relaxation:0.##} {limit.Unit})"));
        return string.Join("; ", binding.DefaultIfEmpty("–"));
    }

    private static string Stop(OutlineStop stop) => string.Create(
        CultureInfo.InvariantCulture, $"{stop.Reason.Title().TextChinese} {stop.Reason.Title().Text} {100 * stop.Share:0} %");
}
