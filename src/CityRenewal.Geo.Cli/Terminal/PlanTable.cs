using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>A plan for people: its areas, how good it is, and what a reader must know.</summary>
internal static class PlanTable
{
    public static void Print(MeasuredPlan measured, City city)
    {
        var plan = measured.Plan;
        var table = TextTable.Of("片区 area", ">parcels", ">buildings", ">net ha", ">gross ha", ">perimeter m", ">need", ">Polsby-Popper", ">floor area m²", ">renovate", ">demolish", ">demolition ratio");
        for (var i = 0; i < plan.Areas.Count && i < 60; i++)
        {
            var area = plan.Areas[i];
            table.Row(
                area.Id, area.Parcels.Count, area.Dispositions.Count, area.NetArea / 10_000, area.GrossArea / 10_000, area.Perimeter, area.Need,
                ValueOf(measured, i, "polsby_popper"), ValueOf(measured, i, "existing_floor_area_m2"),
                area.Dispositions.Count(item => item.Disposition == Disposition.Renovate),
                area.Dispositions.Count(item => item.Disposition == Disposition.Demolish),
                ValueOf(measured, i, "demolition_ratio"));
        }

        TextTable.Print(table);
        if (plan.Areas.Count > 60)
        {
            Console.Out.WriteLine($"… and {plan.Areas.Count - 60:N0} more areas; --json lists all");
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{plan.Areas.Count:N0} areas, {measured.ChosenShare:P1} of the parcels' land; objective {plan.Objective:N0} m², bound {plan.Bound:N0} m², 差距 gap {GapOf(plan)}"));
        LimitTable.Print(plan);
        NeedTable.Print(measured);
        if (measured.Rules is { } pack)
        {
            FindingTable.Print(pack, measured.Findings);
        }

        foreach (var note in plan.Notes)
        {
            Console.Out.WriteLine($"· {note.TextChinese}");
            Console.Out.WriteLine($"  {note.Text}");
        }

        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    private static string GapOf(Plan plan) => plan switch
    {
        { IsBoundProven: false } => "not told: the bound is not proven",
        { Gap: { } gap } => string.Create(CultureInfo.InvariantCulture, $"{gap:P1} ({plan.AbsoluteGap:N0} m²)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"not applicable ({plan.AbsoluteGap:N0} m²)"),
    };

    private static double? ValueOf(MeasuredPlan measured, int area, string wire) =>
        measured.Measures[area][wire].Value;
}
