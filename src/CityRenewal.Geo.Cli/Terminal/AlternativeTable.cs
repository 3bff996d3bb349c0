using System.Globalization;
using CityRenewal.Geo.Cities;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Alternatives side by side for people: what each is worth, how far from the best it can be, and what it does.</summary>
internal static class AlternativeTable
{
    public static void Print(MeasuredAlternatives measured)
    {
        var table = TextTable.Of(
            "方案 plan", ">λ m²/m", ">片区 areas", ">用地 land ha", ">周长 outline km", ">目标值 objective m²", ">差距 gap", ">差距(所要求 λ) gap at λ asked", ">距前沿 to front m²",
            ">紧凑度 Polsby-Popper", ">需求 need", ">拆除 demolished m²", ">拟拆 by choice m²", ">差异 difference");
        foreach (var plan in measured.Found.Alternatives)
        {
            table.Row(
                plan.IsLeastDemolition ? $"{plan.Rank} ○" : $"{plan.Rank}",
                plan.Judged.Plan.Options.Lambda, plan.Judged.Plan.Areas.Count, plan.NetArea / 10_000, plan.Perimeter / 1000, plan.ObjectiveAtRequest,
                plan.Judged.Plan.Gap is { } gap ? gap.ToString("P1", CultureInfo.InvariantCulture) : null,
                plan.GapAtRequest?.ToString("P1", CultureInfo.InvariantCulture),
                plan.DistanceToFront, measured.MeanOf(plan.Rank, "polsby_popper"), NeedOf(measured.Plans[plan.Rank - 1]),
                plan.DemolishedUnknown > 0 ? $"≥ {plan.Demolition.ToString("N0", CultureInfo.InvariantCulture)}" : plan.Demolition, plan.ElectiveDemolition, plan.Difference);
        }

        TextTable.Print(table);
        var asked = measured.Found.Asked;
        Console.Out.WriteLine("○ 拆除最少 least demolition; 目标值按所要求的 λ 计 the objective is at the λ asked for; 差异为与方案 1 用地的 Jaccard 距离 difference of the land to plan 1");
        if (measured.Plans.Count < asked)
        {
            Console.Out.WriteLine($"要求 {asked} 个方案,仅得 {measured.Plans.Count} 个差异足够的方案 {measured.Plans.Count} of {asked} plans differ enough; lower --least-difference for more");
        }
    }

    private static double? NeedOf(MeasuredPlan measured)
    {
        var known = measured.Plan.Areas.Where(area => area.Need is not null).ToList();
        var land = known.Sum(area => area.NetArea);
        return land > 0 ? known.Sum(area => area.Need!.Value * area.NetArea) / land : null;
    }
}
