using System.Globalization;
using System.Security;
using System.Text;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Draws what changed between two versions as one SVG sheet: land that stays, comes, goes and changes its area, the old
/// outlines dashed under the new ones, and what became of each area.
/// </summary>
public static class ComparisonMap
{
    private const string Kept = "#b9a3c4";
    private const string In = "#3f9b52";
    private const string Out = "#d9822b";
    private const string Moved = "#2f78c4";
    private const string OldEdge = "#1f2937";
    private const int MostLabels = 200;

    /// <summary>The sheet as SVG text.</summary>
    /// <param name="comparison">What is drawn.</param>
    /// <param name="city">The city that it was compared on.</param>
    /// <param name="title">First line of the sheet.</param>
    /// <param name="width">Pixels.</param>
    public static string ToSvg(PlanComparison comparison, City city, string title, double width = 1200)
    {
        var frame = new MapFrame(ExtentOf(comparison, city), city.Plane, width);
        var (head, svg) = (MapLegend.HeadHeight, new StringBuilder());
        var total = frame.Height + head + MapLegend.FootHeight;
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0}\" height=\"{total:0}\" viewBox=\"0 0 {width:0} {total:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append("<defs><pattern id=\"out\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
            .Append($"<rect width=\"7\" height=\"7\" fill=\"{Out}\" fill-opacity=\"0.35\"/><rect width=\"3\" height=\"7\" fill=\"{Out}\"/></pattern></defs>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg y=\"{head}\" width=\"{frame.Width:0}\" height=\"{frame.Height:0}\"><g stroke-linejoin=\"round\">");
        DrawLand(svg, comparison, city, frame);
        CityMap.DrawLines(svg, city, frame);
        DrawOutlines(svg, comparison.Old, frame, $"stroke=\"{OldEdge}\" stroke-width=\"2\" stroke-dasharray=\"7 4\"");
        DrawOutlines(svg, comparison.New, frame, $"stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2.4\"");
        DrawLabels(svg, comparison, frame);
        svg.Append("</g></svg>");
        DrawAround(svg, comparison, (city, title), frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static GridBox ExtentOf(PlanComparison comparison, City city)
    {
        int[] x = [.. comparison.Old.Outlines.X, .. comparison.New.Outlines.X], y = [.. comparison.Old.Outlines.Y, .. comparison.New.Outlines.Y];
        if (x.Length == 0)
        {
            return GridBox.Of(city.Parcels.Shapes.X, city.Parcels.Shapes.Y);
        }

        // Room for what lies around, and for the names at the edge.
        var box = GridBox.Of(x, y);
        int more = (int)(Math.Max((long)box.MaxX - box.MinX, (long)box.MaxY - box.MinY) / 20);
        return new GridBox(box.MinX - more, box.MinY - more, box.MaxX + more, box.MaxY + more);
    }

    private static void DrawLand(StringBuilder svg, PlanComparison comparison, City city, MapFrame frame)
    {
        CityMap.DrawAll(svg, city.Layer(LayerNames.Water).Shapes, frame, $"fill=\"{MapStyle.Water}\"");
        int[] all = [.. Enumerable.Range(0, city.Parcels.Count).Where(row => frame.Shows(city.Parcels.Shapes.BoxOf(row)))];
        Draw(svg, city, all, frame, $"fill=\"{MapStyle.Parcel}\" stroke=\"{MapStyle.ParcelEdge}\" stroke-width=\"0.5\"");
        var changed = comparison.ParcelsIn.Concat(comparison.ParcelsOut).Concat(comparison.ParcelsMoved).Select(move => move.Parcel).ToHashSet();
        var kept = comparison.New.Areas.SelectMany(area => area.Land).Select(share => share.Parcel).Distinct().Where(row => !changed.Contains(row));
        Draw(svg, city, kept, frame, $"fill=\"{Kept}\" fill-opacity=\"0.55\"");
        Draw(svg, city, Rows(comparison.ParcelsIn), frame, $"fill=\"{In}\" fill-opacity=\"0.75\" stroke=\"{In}\" stroke-width=\"1\"");
        Draw(svg, city, Rows(comparison.ParcelsOut), frame, $"fill=\"url(#out)\" stroke=\"{Out}\" stroke-width=\"1\"");
        Draw(svg, city, Rows(comparison.ParcelsMoved), frame, $"fill=\"{Moved}\" fill-opacity=\"0.7\" stroke=\"{Moved}\" stroke-width=\"1\"");
    }

    private static IEnumerable<int> Rows(IReadOnlyList<MovedParcel> moves) => moves.Select(move => move.Parcel);

    private static void Draw(StringBuilder svg, City city, IEnumerable<int> parcels, MapFrame frame, string style)
    {
        var path = new StringBuilder();
        foreach (var parcel in parcels)
        {
            SvgPath.AppendFeature(path, city.Parcels.Shapes, parcel, frame);
        }

        if (path.Length > 0)
        {
            svg.Append($"<path d=\"{path}\" fill-rule=\"evenodd\" {style}/>");
        }
    }

    private static void DrawOutlines(StringBuilder svg, ComparedPlan plan, MapFrame frame, string stroke)
    {
        var path = new StringBuilder();
        for (var area = 0; area < plan.Outlines.Count; area++)
        {
            SvgPath.AppendFeature(path, plan.Outlines, area, frame);
        }

        svg.Append($"<path d=\"{path}\" fill=\"none\" {stroke}/>");
    }

    private static void DrawLabels(StringBuilder svg, PlanComparison comparison, MapFrame frame)
    {
        foreach (var group in comparison.Groups.Take(MostLabels))
        {
            if (group.Kind == GroupKind.Gone)
            {
                Label(svg, comparison.Old, group.Old[0], frame, (group.Kind.Label(), "#9c4a12"));
                continue;
            }

            var from = string.Join("+", group.Old.Select(area => area.Id));
            foreach (var area in group.New)
            {
                var said = group.Old.Count == 0 ? group.Kind.Label() : from == area.Id ? group.Kind.Label() : $"{from} → {group.Kind.Label()}";
                Label(svg, comparison.New, area, frame, (said, group.Kind == GroupKind.New ? "#2c7a3d" : MapStyle.AreaEdge));
            }
        }
    }

    private static void Label(StringBuilder svg, ComparedPlan plan, ComparedArea area, MapFrame frame, (string Text, string Colour) said)
    {
        var row = plan.Areas.ToList().IndexOf(area);
        if (row >= plan.Outlines.Count || plan.Outlines.BoxOf(row) is not { IsEmpty: false } box)
        {
            return;
        }

        double x = frame.Left(((double)box.MinX + box.MaxX) / 2), y = frame.Top(((double)box.MinY + box.MaxY) / 2);
        svg.Append(CultureInfo.InvariantCulture, $"<g text-anchor=\"middle\" fill=\"{said.Colour}\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"15\" font-weight=\"700\">{SecurityElement.Escape(area.Id)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y + 15:0.#}\" font-size=\"11\">{SecurityElement.Escape(said.Text)}</text></g>");
    }

    private static void DrawAround(StringBuilder svg, PlanComparison comparison, (City City, string Title) sheet, MapFrame frame)
    {
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{SecurityElement.Escape(sheet.Title)}</text>");
        var said = string.Create(CultureInfo.InvariantCulture,
            $"{MapMarks.ClassificationOf(sheet.City)} · 旧 old {comparison.Old.Name}: {comparison.Old.Areas.Count} 片区 areas · 新 new {comparison.New.Name}: {comparison.New.Areas.Count} 片区 areas · data {sheet.City.DataVersion[..12]}");
        svg.Append($"<text x=\"20\" y=\"52\" font-size=\"12\" fill=\"#555\">{SecurityElement.Escape(said)}</text>");
        MapMarks.North(svg, frame.Width - 34, 12);
        DrawSigns(svg, (comparison, sheet.City), frame);
        MapMarks.Scale(svg, 20, MapLegend.HeadHeight + frame.Height + 80, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{frame.Width - 20:0}\" y=\"{MapLegend.HeadHeight + frame.Height + 82:0}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">辅助核对结果,不替代法定审查 · A review aid, not an approval</text>");
    }

    private static (string Box, string Label)[] Sign(City city, string layer, string box, string label) => city.Has(layer) ? [(box, label)] : [];

    private static void DrawSigns(StringBuilder svg, (PlanComparison Comparison, City City) shown, MapFrame frame)
    {
        var (comparison, city) = shown;
        (string Box, string Label)[] signs =
        [
            ($"fill=\"{Kept}\" fill-opacity=\"0.55\"", "保留地块 stays"),
            ($"fill=\"{In}\" fill-opacity=\"0.75\"", $"调入地块 in: {comparison.ParcelsIn.Count}"),
            ($"fill=\"url(#out)\" stroke=\"{Out}\"", $"调出地块 out: {comparison.ParcelsOut.Count}"),
            ($"fill=\"{Moved}\" fill-opacity=\"0.7\"", $"换片区 to another area: {comparison.ParcelsMoved.Count}"),
            ($"fill=\"none\" stroke=\"{OldEdge}\" stroke-width=\"2\" stroke-dasharray=\"5 3\"", "旧边界 old outline"),
            ($"fill=\"none\" stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2.4\"", "新边界 new outline"),
            .. Sign(city, LayerNames.Udb, $"fill=\"none\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2\" stroke-dasharray=\"6 2\"", "城镇开发边界 UDB"),
            .. Sign(city, LayerNames.PlanningUnits, $"fill=\"none\" stroke=\"{MapStyle.Unit}\" stroke-dasharray=\"2 3\"", "规划单元 planning unit"),
            .. Sign(city, LayerNames.Water, $"fill=\"{MapStyle.Water}\"", "水域 water"),
        ];
        const int Columns = 6;
        var step = (frame.Width - 40) / Columns;
        for (var i = 0; i < signs.Length; i++)
        {
            double x = 20 + (i % Columns * step), y = MapLegend.HeadHeight + frame.Height + 12 + (i / Columns * 22);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0}\" y=\"{y:0}\" width=\"22\" height=\"13\" {signs[i].Box}/><text x=\"{x + 29:0}\" y=\"{y + 11:0}\" font-size=\"12\" fill=\"{MapStyle.Ink}\">{signs[i].Label}</text>");
        }
    }
}
