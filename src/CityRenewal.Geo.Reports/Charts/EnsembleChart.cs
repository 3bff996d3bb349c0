using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Charts;

/// <summary>Draws an ensemble as one SVG sheet: a histogram of each number, with the submitted plan marked and its percentile.</summary>
public static class EnsembleChart
{
    private const int Bins = 28;
    private const double Panel = 300;
    private const double Row = 232;

    /// <summary>The sheet as SVG text.</summary>
    public static string ToSvg(Ensemble ensemble, string title)
    {
        const double Width = (3 * Panel) + 60;
        var rows = (ensemble.Numbers.Count + 2) / 3;
        var height = 96 + (rows * Row) + 40;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"20\" y=\"32\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{XmlText.Of(title)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"20\" y=\"54\" font-size=\"12.5\" fill=\"#555\">{XmlText.Of(Subtitle(ensemble))}</text>");
        if (!ensemble.HasMixed)
        {
            svg.Append("<text x=\"20\" y=\"74\" font-size=\"12.5\" font-weight=\"700\" fill=\"#a03020\">各链尚未混合,百分位不可引用 · The chains have not mixed: no percentile may be quoted</text>");
        }

        for (var i = 0; i < ensemble.Numbers.Count; i++)
        {
            DrawPanel(svg, ensemble.Numbers[i], 20 + (i % 3 * (Panel + 10)), 96 + (i / 3 * Row));
        }

        DrawLegend(svg, ensemble, 20 + (ensemble.Numbers.Count % 3 * (Panel + 10)), 96 + (ensemble.Numbers.Count / 3 * Row));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{height - 14}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">{MeasuredPlan.Disclaimer}</text>");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Subtitle(Ensemble ensemble) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ensemble.Plans:N0} 个有效方案 valid plans · {ensemble.Chains} 条链 chains · {ensemble.Units} 规划单元 planning units · 接受率 acceptance {ensemble.AcceptanceRate:P0}");

    private static void DrawPanel(StringBuilder svg, EnsembleNumber number, double left, double top)
    {
        var (low, high) = Range(number);
        var counts = new int[Bins];
        foreach (var value in number.Values)
        {
            counts[Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1)]++;
        }

        var most = counts.Max();
        double width = Panel - 20, height = Row - 92, foot = top + 34 + height;
        ChartFrame.Label(svg, left, top + 12, number.Title, "start", "font-weight=\"700\"");
        ChartFrame.Label(svg, left, top + 28, Said(number), "start", $"font-size=\"11\" fill=\"{(number.HasMixed ? "#555" : "#a03020")}\"");
        for (var bin = 0; bin < Bins; bin++)
        {
            var tall = most == 0 ? 0 : height * counts[bin] / most;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left + (bin * width / Bins) + 0.5:0.#}\" y=\"{foot - tall:0.#}\" width=\"{(width / Bins) - 1:0.#}\" height=\"{tall:0.#}\" fill=\"#9aa7b8\"/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left:0.#} {foot:0.#}h{width:0.#}\" stroke=\"#77706a\"/>");
        foreach (var tick in ChartFrame.Ticks((low, high), 4))
        {
            ChartFrame.Label(svg, left + (width * (tick - low) / (high - low)), foot + 16, Short(tick), "middle", "font-size=\"11\"");
        }

        if (number.Submitted is { } submitted)
        {
            var x = left + (width * (submitted - low) / (high - low));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {foot:0.#}V{top + 40:0.#}\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2.4\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {foot:0.#}l-5 8h10z\" fill=\"{MapStyle.Udb}\"/>");
            ChartFrame.Label(svg, left, foot + 34, $"{Short(submitted)} · 百分位 percentile {number.Percentile?.ToString("P0", CultureInfo.InvariantCulture)}", "start", $"font-size=\"11.5\" font-weight=\"700\" fill=\"{MapStyle.Udb}\"");
        }
    }

    private static void DrawLegend(StringBuilder svg, Ensemble ensemble, double left, double top)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.#}\" y=\"{top + 30:0.#}\" width=\"22\" height=\"13\" fill=\"#9aa7b8\"/>");
        ChartFrame.Label(svg, left + 30, top + 41, "有效方案的分布 spread of valid plans", "start");
        if (ensemble.Numbers.Any(number => number.Submitted is not null))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left + 11:0.#} {top + 54:0.#}v18\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2.4\"/>");
            ChartFrame.Label(svg, left + 30, top + 67, "送审方案 submitted plan", "start");
        }

        ChartFrame.Label(svg, left, top + 96, "R̂: 各链一致时为 1 · 1 where the chains agree", "start", "font-size=\"11\" fill-opacity=\"0.8\"");
        ChartFrame.Label(svg, left, top + 113, "n: 有效样本数 effective number of plans", "start", "font-size=\"11\" fill-opacity=\"0.8\"");
        ChartFrame.Label(svg, left, top + 130, string.Create(CultureInfo.InvariantCulture, $"最优方案 best plan: {ensemble.Best:N0} m²"), "start", "font-size=\"11\" fill-opacity=\"0.8\"");
    }

    private static (double Low, double High) Range(EnsembleNumber number)
    {
        var (low, high) = (number.Values.Min(), number.Values.Max());
        (low, high) = (Math.Min(low, number.Submitted ?? low), Math.Max(high, number.Submitted ?? high));
        var margin = high > low ? 0.03 * (high - low) : Math.Max(0.01, 0.1 * Math.Abs(low));
        return (low - margin, high + margin);
    }

    private static string Said(EnsembleNumber number) => number.RHat is not { } rHat
        ? "所有方案相同 the same in all plans"
        : string.Create(CultureInfo.InvariantCulture, $"R̂ {(rHat > 99 ? ">99" : rHat.ToString("0.00", CultureInfo.InvariantCulture))} · n {number.EffectiveSize:0}{(number.HasMixed ? "" : " · 未混合 not mixed")}");

    private static string Short(double value) => value.ToString(
        Math.Abs(value) switch { >= 1000 => "#,0", >= 10 => "0.#", >= 0.1 or 0 => "0.##", _ => "0.###" }, CultureInfo.InvariantCulture);
}
