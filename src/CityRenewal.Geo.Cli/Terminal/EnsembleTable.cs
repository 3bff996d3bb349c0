using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>An ensemble for people: how each number is spread, whether the chains agree, where a submitted plan stands.</summary>
internal static class EnsembleTable
{
    public static void Print(Ensemble ensemble)
    {
        var table = TextTable.Of("", ">5 %", ">中位 median", ">95 %", ">R̂", ">有效样本 effective", ">送审 submitted", ">百分位 percentile");
        foreach (var number in ensemble.Numbers)
        {
            table.Row(
                number.Title, number.Quantile(0.05), number.Quantile(0.5), number.Quantile(0.95), number.RHat,
                number.EffectiveSize is { } size ? (int)size : null, number.Submitted,
                number.Percentile?.ToString("P0", CultureInfo.InvariantCulture));
        }

        TextTable.Print(table);
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ensemble.Plans:N0} 个有效方案 valid plans from {ensemble.Chains} chains in {ensemble.Units:N0} planning units; acceptance {ensemble.AcceptanceRate:P0}; best plan {ensemble.Best:N0} m²"));
        if (ensemble.LeftOutByChecks > 0)
        {
            Console.Out.WriteLine($"{ensemble.LeftOutByChecks:N0} 个方案因片区违反核对规则、包围或残余限制等未计入 plans had an area that broke a check and do not count");
        }

        if (ensemble.LeftOut > 0)
        {
            Console.Out.WriteLine($"{ensemble.LeftOut:N0} 个方案因超出全局限额未计入 plans broke a limit over the plan and do not count");
        }

        if (ensemble.SubmittedOutside > 0)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"送审方案中 {ensemble.SubmittedOutside / 10_000:0.##} ha 用地按本请求不得纳入片区,未计入 ha of the submitted plan may be in no area under this request and are left aside"));
        }

        Console.Out.WriteLine(ensemble.HasMixed
            ? "各链一致 the chains agree (R̂ ≤ 1.05, at least 100 effective plans)"
            : "各链尚未混合,百分位不可引用:请增加 --plans 或 --apart the chains have not mixed, so no percentile may be quoted: raise --plans or --apart");
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }
}
