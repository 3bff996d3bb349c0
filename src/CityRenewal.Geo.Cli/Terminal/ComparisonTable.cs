using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Two versions compared, for people.</summary>
internal static class ComparisonTable
{
    private const int MostNumbers = 12;
    private const int MostIds = 12;

    private static readonly Dictionary<string, string> Titles =
        new(AreaMeasures.Names.DistinctBy(name => name.Wire).Select(name => KeyValuePair.Create(name.Wire, name.Chinese)), StringComparer.Ordinal)
        {
            ["parcels"] = "地块数", ["benefit"] = "更新效益", ["need"] = "更新需求", ["need_known_share"] = "需求已知占比", ["need_rank"] = "需求位次",
        };

    public static void Print(PlanComparison comparison, City city)
    {
        SayWhatIsOther(comparison, city);
        if (comparison.IsNothing)
        {
            Console.Out.WriteLine($"无差异 nothing differs: {comparison.Old.Areas.Count} 片区 areas on the same land, with the same numbers and verdicts");
            Console.Out.WriteLine(MeasuredPlan.Disclaimer);
            return;
        }

        PrintGroups(comparison);
        PrintParcels(comparison, city);
        PrintVerdicts(comparison);
        PrintNumbers(comparison);
        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    private static void SayWhatIsOther(PlanComparison comparison, City city)
    {
        var (old, now) = (comparison.Old, comparison.New);
        if (old.DataVersion != now.DataVersion)
        {
            Console.Out.WriteLine($"数据版本不同 other data: {Short(old.DataVersion)} → {Short(now.DataVersion)}; numbers may have moved with the data");
        }

        if (old.Rules != now.Rules)
        {
            Console.Out.WriteLine($"规则不同 other rules: {Rules(old)} → {Rules(now)}");
        }

        foreach (var plan in new[] { old, now }.Where(plan => plan.Descents.Count > 0))
        {
            Console.Out.WriteLine($"地块沿革 {plan.Name}: {plan.Descents.Count} 地块 parcels are in the city under other ids, found by their land:");
            foreach (var descent in plan.Descents.Take(MostIds))
            {
                Console.Out.WriteLine($"  {descent.Id} → {(descent.Parcels.Count == 0 ? "无 nothing" : Ids(descent.Parcels.Select(row => city.Parcels.Ids[row])))}");
            }
        }
    }

    private static void PrintGroups(PlanComparison comparison)
    {
        var table = TextTable.Of("变化 change", "旧 old", "新 new", ">旧面积 old m²", ">新面积 new m²", ">共有 shared m²", ">增 gained m²", ">减 lost m²", ">数值 numbers", ">结论 verdicts");
        foreach (var group in comparison.Groups)
        {
            var shared = group.Links.Sum(link => link.SharedM2);
            table.Row(
                group.Kind.Label(), Ids(group.Old.Select(area => area.Id)), Ids(group.New.Select(area => area.Id)), group.OldM2, group.NewM2, shared,
                Math.Max(0, group.NewM2 - shared), Math.Max(0, group.OldM2 - shared), group.Links.Sum(link => link.Numbers.Count), group.Links.Sum(link => link.Verdicts.Count));
        }

        TextTable.Print(table);
    }

    private static void PrintParcels(PlanComparison comparison, City city)
    {
        Say("调入 in", comparison.ParcelsIn, move => $"{city.Parcels.Ids[move.Parcel]} ({move.To!.Id})");
        Say("调出 out", comparison.ParcelsOut, move => $"{city.Parcels.Ids[move.Parcel]} ({move.From!.Id})");
        Say("换片区 to another area", comparison.ParcelsMoved, move => $"{city.Parcels.Ids[move.Parcel]} ({move.From!.Id} → {move.To!.Id})");
    }

    private static void Say(string what, IReadOnlyList<MovedParcel> moves, Func<MovedParcel, string> said)
    {
        if (moves.Count > 0)
        {
            Console.Out.WriteLine($"{what}: {moves.Count} 地块 parcels: {Ids(moves.Select(said).Order(StringComparer.Ordinal))}");
        }
    }

    private static void PrintVerdicts(PlanComparison comparison)
    {
        var table = TextTable.Of("旧 old", "新 new", "规则 rule", "原结论 was", "现结论 is", ">原值 was", ">现值 is");
        var count = 0;
        foreach (var link in comparison.Groups.SelectMany(group => group.Links))
        {
            foreach (var change in link.Verdicts)
            {
                table.Row(link.Old.Id, link.New.Id, change.Project.Length > 0 ? $"{change.Rule} ({change.Project})" : change.Rule, change.Was?.Verdict, change.Is?.Verdict, change.Was?.Measured, change.Is?.Measured);
                count++;
            }
        }

        if (count > 0)
        {
            Console.Out.WriteLine($"结论变化 verdicts changed: {count}");
            TextTable.Print(table);
        }
    }

    private static void PrintNumbers(PlanComparison comparison)
    {
        var table = TextTable.Of("旧 old", "新 new", "数值 number", "", ">原 was", ">现 is");
        var (count, more) = (0, 0);
        foreach (var link in comparison.Groups.SelectMany(group => group.Links))
        {
            foreach (var change in link.Numbers.Take(MostNumbers))
            {
                table.Row(link.Old.Id, link.New.Id, change.Name, Titles.GetValueOrDefault(change.Name, ""), change.Was, change.Is);
            }

            count += link.Numbers.Count;
            more += Math.Max(0, link.Numbers.Count - MostNumbers);
        }

        if (count > 0)
        {
            Console.Out.WriteLine($"数值变化 numbers moved: {count}");
            TextTable.Print(table);
        }

        if (more > 0)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"及另外 {more:N0} 项 and as many more: --json"));
        }
    }

    private static string Rules(ComparedPlan plan) => plan.Rules.Length == 0 ? "无 none" : plan.Rules.Split(' ') is [var id, var hash] ? $"{id} {Short(hash)}" : plan.Rules;

    private static string Short(string version) => version[..Math.Min(12, version.Length)];

    private static string Ids(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return all.Count <= MostIds ? string.Join(", ", all) : $"{string.Join(", ", all.Take(MostIds))} … (共 {all.Count} in all)";
    }
}
