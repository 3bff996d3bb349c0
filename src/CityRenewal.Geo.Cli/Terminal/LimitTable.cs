using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What a plan breaks at a price, and which limits leave no plan, for people.</summary>
internal static class LimitTable
{
    private const int Most = 40;

    public static void Print(Plan plan)
    {
        if (plan.PricedBreaches.Count > 0)
        {
            var table = TextTable.Of("片区 area", "弹性限制 soft limit", ">代价 price m²", "说明 what was found");
            foreach (var breach in plan.PricedBreaches.Take(Most))
            {
                table.Row(breach.Area.Length > 0 ? breach.Area : "方案 plan", breach.Limit, breach.Price, $"{breach.TextChinese} {breach.Text}");
            }

            TextTable.Print(table);
            if (plan.PricedBreaches.Count > Most)
            {
                Console.Out.WriteLine($"… and {plan.PricedBreaches.Count - Most:N0} more; --json lists all");
            }
        }

        if (plan.Conflict is { } conflict)
        {
            Console.Out.WriteLine(conflict.TextChinese);
            Console.Out.WriteLine(conflict.Text);
            var table = TextTable.Of("限制 limit", "现值 value", "可行值 freeing value", "建议 what to do");
            foreach (var limit in conflict.Limits)
            {
                table.Row(limit.Limit, limit.Value, limit.FreeingValue, string.Create(CultureInfo.InvariantCulture, $"{limit.TextChinese} {limit.Text}"));
            }

            TextTable.Print(table);
        }
    }
}
