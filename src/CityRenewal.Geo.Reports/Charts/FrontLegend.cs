using System.Globalization;
using System.Text;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Reports.Charts;

/// <summary>The list of alternatives beside their chart: rank, areas, land, gap and demolition of each.</summary>
internal static class FrontLegend
{
    private const int Most = 8;
    private const double Step = 54;

    public static void Draw(StringBuilder svg, IReadOnlyList<Alternative> plans, double left, double top)
    {
        for (var i = 0; i < Math.Min(Most, plans.Count); i++)
        {
            var (plan, y) = (plans[i], top + 12 + (i * Step));
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{left + 10:0.#}\" cy=\"{y:0.#}\" r=\"9\" fill=\"{(plan.IsLeastDemolition ? "#2f7d4f" : MapStyle.AreaFill)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 10:0.#}\" y=\"{y + 4:0.#}\" font-size=\"11\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">{plan.Rank}</text>");
            ChartFrame.Label(svg, left + 28, y - 1, Title(plan), "start", "font-weight=\"700\"");
            ChartFrame.Label(svg, left + 28, y + 15, Numbers(plan), "start", "fill-opacity=\"0.85\"");
            ChartFrame.Label(svg, left + 28, y + 30, Demolition(plan), "start", "fill-opacity=\"0.85\"");
        }

        var foot = top + (Math.Min(Most, plans.Count) * Step) + 22;
        ChartFrame.Label(svg, left, foot, "虚线 dashed: 与外包络的距离 distance to the front", "start", "font-size=\"11\" fill-opacity=\"0.8\"");
        ChartFrame.Label(svg, left, foot + 17, "绿色 green: 拆除最少 least demolition", "start", "font-size=\"11\" fill-opacity=\"0.8\"");
    }

    private static string Title(Alternative plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Judged.Plan.Areas.Count} 片区 areas · {plan.NetArea / 10_000:0.0} ha");

    private static string Numbers(Alternative plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"λ {plan.Judged.Plan.Options.Lambda:0.##} · 差距 gap {(plan.Judged.Plan.Gap is { } gap ? gap.ToString("P1", CultureInfo.InvariantCulture) : "–")} · 差异 diff. {plan.Difference:0.00}");

    private static string Demolition(Alternative plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"拆除 demolished {(plan.DemolishedUnknown > 0 ? "≥ " : "")}{plan.Demolition:N0} m²");
}
