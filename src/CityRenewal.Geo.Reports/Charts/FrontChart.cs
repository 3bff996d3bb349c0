using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Charts;

/// <summary>
/// Draws alternatives against the outer front as one SVG sheet: length of outline to the right, net benefit up, and above the
/// front the land of plans that cannot exist.
/// </summary>
public static class FrontChart
{
    private const double Width = 980;
    private const double Height = 640;

    /// <summary>The sheet as SVG text.</summary>
    public static string ToSvg(AlternativePlans found, string title)
    {
        var plans = found.Alternatives;
        double shortest = plans.Min(plan => plan.Perimeter), longest = plans.Max(plan => plan.Perimeter);
        var margin = Math.Max(0.12 * (longest - shortest), 0.04 * longest);
        var x = (Low: Math.Max(0, shortest - margin), High: longest + margin);
        var low = plans.Min(plan => plan.NetBenefit);
        var high = found.Front.MostBenefit(x.High);
        var frame = new ChartFrame((92, 84, Width - 92 - 300, Height - 84 - 92), (x.Low / 1000, x.High / 1000), (low - (0.15 * (high - low)), high + (0.05 * (high - low))));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"20\" y=\"32\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{XmlText.Of(title)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"20\" y=\"54\" font-size=\"12.5\" fill=\"#555\">备选方案与已证明的外包络:线以上不存在任何方案 · Alternatives and the proven outer front: no plan lies above the line</text>");
        frame.Draw(svg, "0.#", 10_000, "0.##");
        DrawFront(svg, found.Front, frame);
        DrawPlans(svg, plans, frame);
        DrawAxes(svg, frame);
        FrontLegend.Draw(svg, plans, Width - 278, 92);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 20}\" y=\"{Height - 14}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">{MeasuredPlan.Disclaimer}</text>");
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawFront(StringBuilder svg, OuterFront front, ChartFrame frame)
    {
        var corners = front.Corners(frame.X.Low * 1000, frame.X.High * 1000);
        var line = string.Join('L', corners.Select(corner => string.Create(
            CultureInfo.InvariantCulture, $"{frame.Left(corner.Perimeter / 1000):0.#} {frame.Top(corner.Benefit):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{frame.Left(frame.X.Low):0.#} {frame.Top(frame.Y.High):0.#}L{line}L{frame.Left(frame.X.High):0.#} {frame.Top(frame.Y.High):0.#}Z\" fill=\"#d9d3c6\" fill-opacity=\"0.75\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{line}\" fill=\"none\" stroke=\"{MapStyle.Ink}\" stroke-width=\"2\" stroke-linejoin=\"round\"/>");
        ChartFrame.Label(svg, frame.Left(frame.X.Low) + 12, frame.Top(frame.Y.High) + 22, "不可能 impossible", "start", "font-style=\"italic\" opacity=\"0.7\"");
    }

    private static void DrawPlans(StringBuilder svg, IReadOnlyList<Alternative> plans, ChartFrame frame)
    {
        foreach (var plan in plans)
        {
            double x = frame.Left(plan.Perimeter / 1000), y = frame.Top(plan.NetBenefit);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y:0.#}V{frame.Top(plan.NetBenefit + plan.DistanceToFront):0.#}\" stroke=\"{MapStyle.AreaFill}\" stroke-width=\"1.2\" stroke-dasharray=\"3 3\"/>");
        }

        foreach (var plan in plans)
        {
            double x = frame.Left(plan.Perimeter / 1000), y = frame.Top(plan.NetBenefit);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"10\" fill=\"{(plan.IsLeastDemolition ? "#2f7d4f" : MapStyle.AreaFill)}\" stroke=\"#fff\" stroke-width=\"1.6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + 4:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">{plan.Rank}</text>");
        }
    }

    private static void DrawAxes(StringBuilder svg, ChartFrame frame)
    {
        var middle = frame.Top(frame.Y.Low) + 44;
        ChartFrame.Label(svg, frame.Left((frame.X.Low + frame.X.High) / 2), middle, "边界总长 length of all outlines, km", "middle");
        var centre = frame.Top((frame.Y.Low + frame.Y.High) / 2);
        ChartFrame.Label(svg, 26, centre, "净更新效益 net benefit, 万m² (10⁴ m²)", "middle", string.Create(CultureInfo.InvariantCulture, $"transform=\"rotate(-90 26 {centre:0.#})\""));
    }
}
