using CityRenewal.Geo.Readiness;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>The readiness report for people: a line per conclusion, its reasons below it, the weakest first.</summary>
internal static class ReadinessList
{
    public static void Print(IReadOnlyList<Conclusion> conclusions)
    {
        Console.Out.WriteLine("数据就绪报告 readiness: which conclusions the data can carry");
        foreach (var conclusion in conclusions)
        {
            Console.Out.WriteLine($"  {conclusion.Chinese} {conclusion.English}: {ReadinessWords.Label(conclusion.Carried)}");
            foreach (var reason in conclusion.Reasons.OrderBy(reason => reason.Carried))
            {
                var change = reason.Change.Length == 0 ? "" : $" → {reason.Change} {reason.ChangeChinese}";
                Console.Out.WriteLine($"      {reason.English} {reason.Chinese}{change}");
            }
        }
    }
}
