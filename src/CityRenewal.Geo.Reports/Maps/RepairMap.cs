using System.Globalization;
using System.Security;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Repairs;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws what a repair does to an area: parcels that come in, that go out and that stay, and buildings that are kept.</summary>
public static class RepairMap
{
    private const string In = "#2e8b57";
    private const string Out = "#c0392b";
    private const string Kept = "#1f5fa8";

    private static readonly (string Box, string Label)[] Signs =
    [
        ($"fill=\"{MapStyle.AreaFill}\" fill-opacity=\"0.22\" stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2\"", "保留在片区内 stays in"),
        ($"fill=\"{In}\" fill-opacity=\"0.55\" stroke=\"{In}\"", "调入 comes in"),
        ($"fill=\"{Out}\" fill-opacity=\"0.45\" stroke=\"{Out}\" stroke-dasharray=\"4 2\"", "调出 goes out"),
        ($"fill=\"{Kept}\"", "撤销拆除 not demolished"),
    ];

    /// <summary>The sheet as SVG text.</summary>
    /// <param name="city">The city.</param>
    /// <param name="repair">The repair.</param>
    /// <param name="change">The change that is drawn.</param>
    /// <param name="width">Pixels.</param>
    public static string ToSvg(City city, AreaRepair repair, RepairChange change, double width = 1000)
    {
        var (before, after) = (repair.Before.Area, change.After.Area);
        var frame = new MapFrame(Around(city, [.. before.Parcels.Union(after.Parcels)]), city.Plane, width);
        var (head, foot) = (MapLegend.HeadHeight, MapLegend.FootHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0}\" height=\"{frame.Height + head + foot:0}\" viewBox=\"0 0 {width:0} {frame.Height + head + foot:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append($"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg y=\"{head}\" width=\"{frame.Width:0}\" height=\"{frame.Height:0}\"><g stroke-linejoin=\"round\">");
        DrawLand(svg, city, (before.Parcels, after.Parcels), frame);
        DrawBuildings(svg, city, change, frame);
        CityMap.DrawLines(svg, city, frame);
        DrawOutline(svg, after.Outline, $"stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2.5\"", frame);
        DrawOutline(svg, before.Outline, $"stroke=\"{MapStyle.Ink}\" stroke-width=\"1.2\" stroke-dasharray=\"7 4\"", frame);
        svg.Append("</g></svg>");
        DrawWords(svg, city, change, frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static GridBox Around(City city, IReadOnlyList<int> parcels)
    {
        var boxes = parcels.Select(city.Parcels.Shapes.BoxOf).ToList();
        long left = boxes.Min(box => box.MinX), right = boxes.Max(box => box.MaxX), low = boxes.Min(box => box.MinY), high = boxes.Max(box => box.MaxY);
        var margin = Math.Max(right - left, high - low) / 8;
        return new GridBox((int)(left - margin), (int)(low - margin), (int)(right + margin), (int)(high + margin));
    }

    private static void DrawLand(StringBuilder svg, City city, (IReadOnlyList<int> Before, IReadOnlyList<int> After) area, MapFrame frame)
    {
        var (before, after) = (area.Before.ToHashSet(), area.After.ToHashSet());
        var signs = new SortedDictionary<int, StringBuilder>();
        for (var parcel = 0; parcel < city.Parcels.Count; parcel++)
        {
            if (frame.Shows(city.Parcels.Shapes.BoxOf(parcel)))
            {
                var sign = (before.Contains(parcel), after.Contains(parcel)) switch { (true, true) => 0, (false, true) => 1, (true, false) => 2, _ => -1 };
                SvgPath.AppendFeature(signs.TryGetValue(sign, out var path) ? path : signs[sign] = new StringBuilder(), city.Parcels.Shapes, parcel, frame);
            }
        }

        foreach (var (sign, path) in signs)
        {
            var box = sign < 0 ? $"fill=\"{MapStyle.Parcel}\" stroke=\"{MapStyle.ParcelEdge}\"" : Signs[sign].Box;
            svg.Append($"<path d=\"{path}\" fill-rule=\"evenodd\" {box} stroke-width=\"0.8\"/>".Replace("stroke-width=\"2\" stroke-width", "stroke-width", StringComparison.Ordinal));
        }
    }

    private static void DrawBuildings(StringBuilder svg, City city, RepairChange change, MapFrame frame)
    {
        var kept = change.Kept.ToHashSet(StringComparer.Ordinal);
        var (other, stays) = (new StringBuilder(), new StringBuilder());
        for (var building = 0; building < city.Buildings.Count; building++)
        {
            if (frame.Shows(city.Buildings.Shapes.BoxOf(building)))
            {
                var path = kept.Count > 0 && kept.Contains(city.Buildings.Ids[building]) ? stays : other;
                SvgPath.AppendFeature(path, city.Buildings.Shapes, building, frame);
            }
        }

        svg.Append($"<path d=\"{other}\" fill-rule=\"evenodd\" fill=\"#8d877b\" fill-opacity=\"0.45\"/>");
        svg.Append($"<path d=\"{stays}\" fill-rule=\"evenodd\" fill=\"{Kept}\"/>");
    }

    private static void DrawOutline(StringBuilder svg, PolygonColumns outline, string stroke, MapFrame frame)
    {
        var path = new StringBuilder();
        SvgPath.AppendFeature(path, outline, 0, frame);
        svg.Append($"<path d=\"{path}\" fill=\"none\" {stroke}/>");
    }

    private static void DrawWords(StringBuilder svg, City city, RepairChange change, MapFrame frame)
    {
        var title = $"边界调整 Boundary repair · {change.After.Area.Id} · {city.Name}";
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{SecurityElement.Escape(title)}</text>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"52\" font-size=\"12\" fill=\"#555\">{MapMarks.ClassificationOf(city)} · 调入 in {change.LandInM2:N0} m² ({change.ParcelsIn.Count}) · 调出 out {change.LandOutM2:N0} m² ({change.ParcelsOut.Count}) · 撤销拆除 demolitions given up {change.Kept.Count} · {(change.IsLeast ? "已证明最小 proven least" : "未证明最小 not proven least")}</text>");
        MapMarks.North(svg, frame.Width - 34, 12);
        var top = MapLegend.HeadHeight + frame.Height;
        var labels = Signs.Append(("fill=\"none\" stroke=\"#2b2b2b\" stroke-dasharray=\"7 4\"", "原边界 boundary before")).ToList();
        for (var i = 0; i < labels.Count; i++)
        {
            var x = 20 + (i * (frame.Width - 40) / labels.Count);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0}\" y=\"{top + 12:0}\" width=\"22\" height=\"13\" {labels[i].Item1}/><text x=\"{x + 29:0}\" y=\"{top + 23:0}\" font-size=\"12\" fill=\"{MapStyle.Ink}\">{labels[i].Item2}</text>");
        }

        MapMarks.Scale(svg, 20, top + 80, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{frame.Width - 20:0}\" y=\"{top + 82:0}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">辅助核对结果,不替代法定审查 · A review aid, not an approval</text>");
    }
}
