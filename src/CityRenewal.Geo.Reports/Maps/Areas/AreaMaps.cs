using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// A sheet for each area of a plan (片区图): its parcels, its buildings by what is proposed for them, the lines that come
/// near, its key numbers, what the rules say of it, and what the sheet is not.
/// </summary>
public sealed class AreaMaps
{
    private const double Width = PanelLeft + AreaPanel.Width + MapLeft;
    private const double MapLeft = 24;
    private const double MapTop = 84;
    private const double MapWidth = 1010;
    private const double LeastMapHeight = 760;
    private const double PanelLeft = MapLeft + MapWidth + 26;
    private const double LegendRow = 21;
    private const int LegendColumns = 3;

    private readonly CityWork _work;
    private readonly MeasuredPlan _measured;
    private readonly NearRows _near;
    private readonly ILookup<string, Finding> _findings;

    /// <summary>Prepares the sheets of a plan; each is drawn when it is asked for, on any thread.</summary>
    public AreaMaps(CityWork work, MeasuredPlan measured)
    {
        _work = work;
        _measured = measured;
        _near = new NearRows(work.City);
        _findings = measured.Findings.ToLookup(finding => finding.Area);
    }

    /// <summary>The largest areas of the plan by net area, as indices into it; all where there are no more.</summary>
    public IReadOnlyList<int> Largest(int most) =>
    [
        .. Enumerable.Range(0, _measured.Plan.Areas.Count).OrderByDescending(area => _measured.Plan.Areas[area].NetArea).Take(most).Order(),
    ];

    /// <summary>The sheet of one area as SVG text.</summary>
    public string ToSvg(int index)
    {
        var panel = new AreaPanel(_measured, index, _findings[_measured.Plan.Areas[index].Id], PanelLeft);
        var column = new StringBuilder();
        var panelEnd = panel.Write(column, MapTop - 6);
        var mapHeight = Math.Max(LeastMapHeight, panelEnd - MapTop - 120);
        var frame = FrameOf(_measured.Plan.Areas[index].Outline, mapHeight);
        var drawing = new AreaDrawing(_work.City, _near, frame);
        drawing.Draw(_measured.Plan.Areas[index]);
        foreach (var (number, finding) in panel.Marked)
        {
            drawing.Mark(finding.Judgement.Evidence, number);
        }

        var legendTop = MapTop + mapHeight + 14;
        var legendEnd = legendTop + ((drawing.Signs.Count + LegendColumns - 1) / LegendColumns * LegendRow);
        var height = Math.Max(legendEnd, panelEnd) + 36;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width:0}\" height=\"{height:0}\" viewBox=\"0 0 {Width:0} {height:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        WriteHead(svg, index);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg x=\"{MapLeft:0}\" y=\"{MapTop:0}\" width=\"{MapWidth:0}\" height=\"{mapHeight:0}\"><rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/><g stroke-linejoin=\"round\">");
        svg.Append(drawing.Svg).Append("</g>");
        WriteMarks(svg, frame, mapHeight);
        svg.Append(CultureInfo.InvariantCulture,
            $"</svg><rect x=\"{MapLeft:0}\" y=\"{MapTop:0}\" width=\"{MapWidth:0}\" height=\"{mapHeight:0}\" fill=\"none\" stroke=\"#2b2b2b\" stroke-width=\"1.2\"/>");
        svg.Append(column);
        WriteLegend(svg, [.. Enumerable.Reverse(drawing.Signs)], legendTop);
        WriteFoot(svg, height);
        return svg.Append("</svg>\n").ToString();
    }

    private MapFrame FrameOf(PolygonColumns outline, double mapHeight)
    {
        var box = GridBox.Of(outline.X, outline.Y);
        var margin = Math.Max(40 * _work.City.Plane.UnitsPerMetre, 0.08 * Math.Max((double)box.MaxX - box.MinX, (double)box.MaxY - box.MinY));
        double width = (double)box.MaxX - box.MinX + (2 * margin), height = (double)box.MaxY - box.MinY + (2 * margin);
        width = Math.Max(width, height * MapWidth / mapHeight);
        height = width * mapHeight / MapWidth;
        double x = ((double)box.MinX + box.MaxX) / 2, y = ((double)box.MinY + box.MaxY) / 2;
        return new MapFrame(
            new GridBox((int)(x - (width / 2)), (int)(y - (height / 2)), (int)(x + (width / 2)), (int)(y + (height / 2))),
            _work.City.Plane, MapWidth);
    }

    private void WriteHead(StringBuilder svg, int index)
    {
        var (plan, city) = (_measured.Plan, _work.City);
        var area = plan.Areas[index];
        var unit = area.Unit < 0 ? "" : $" · 规划单元 planning unit {city.Layer(Land.LayerNames.PlanningUnits).Ids[area.Unit]}";
        var rules = _measured.Rules is { } pack ? $" · {pack.Id} {pack.Version} ({Short(pack.Hash)})" : "";
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{MapLeft:0}\" y=\"38\" font-size=\"24\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{XmlText.Of($"更新片区 Renewal area {area.Id} · {city.Name}")}</text>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{MapLeft:0}\" y=\"64\" font-size=\"12.5\" fill=\"#555\">{XmlText.Of($"更新片区建议,非批准文件 a proposal{unit} · 数据 data {Short(plan.DataVersion)} · seed {plan.Options.Seed}{rules}")}</text>");
        var mark = MapMarks.ClassificationOf(city);
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{Width - 194:0}\" y=\"16\" width=\"170\" height=\"30\" fill=\"none\" stroke=\"#a03020\" stroke-width=\"1.6\"/><text x=\"{Width - 109:0}\" y=\"37\" font-size=\"16\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#a03020\">{mark}</text>");
    }

    private static void WriteMarks(StringBuilder svg, MapFrame frame, double mapHeight)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{MapWidth - 46:0}\" y=\"8\" width=\"36\" height=\"56\" fill=\"#fff\" fill-opacity=\"0.85\"/>");
        MapMarks.North(svg, MapWidth - 36, 14);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"8\" y=\"{mapHeight - 34:0}\" width=\"{(MapWidth / 6) + 90:0}\" height=\"26\" fill=\"#fff\" fill-opacity=\"0.85\"/>");
        MapMarks.Scale(svg, 18, mapHeight - 16, frame);
    }

    // What lies on top comes first.
    private static void WriteLegend(StringBuilder svg, List<MapSign> signs, double top)
    {
        const double Step = MapWidth / LegendColumns;
        for (var i = 0; i < signs.Count; i++)
        {
            double x = MapLeft + (i % LegendColumns * Step), y = top + (i / LegendColumns * LegendRow);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{x:0.#} {y:0.#}h26v14h-26z\" {signs[i].Attributes}/><text x=\"{x + 34:0.#}\" y=\"{y + 12:0.#}\" font-size=\"12.5\" fill=\"{MapStyle.Ink}\">{signs[i].Label}</text>");
        }
    }

    private static void WriteFoot(StringBuilder svg, double height) => svg.Append(CultureInfo.InvariantCulture,
        $"<text x=\"{Width - 24:0}\" y=\"{height - 12:0}\" font-size=\"13\" font-weight=\"700\" text-anchor=\"end\" fill=\"#a03020\">{XmlText.Of(MeasuredPlan.Disclaimer)}</text>");

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];
}
