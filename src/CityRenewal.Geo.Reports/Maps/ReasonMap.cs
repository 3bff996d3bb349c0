using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws every parcel in the colour of the main reason why it is in or out, the lines that stop areas, and their names.</summary>
public static class ReasonMap
{
    /// <summary>The sheet as SVG text.</summary>
    /// <param name="reasons">The reasons of a plan.</param>
    /// <param name="title">First line of the sheet.</param>
    /// <param name="width">Pixels.</param>
    public static string ToSvg(PlanReasons reasons, string title, double width = 1200)
    {
        var city = reasons.City;
        var frame = new MapFrame(GridBox.Of(city.Parcels.Shapes.X, city.Parcels.Shapes.Y), city.Plane, width);
        var codes = reasons.Codes.ToArray().CountBy(code => code).OrderBy(count => count.Key).ToList();
        var head = MapLegend.HeadHeight;
        var total = frame.Height + head + ReasonLegend.HeightOf(codes.Count);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0}\" height=\"{total:0}\" viewBox=\"0 0 {width:0} {total:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg y=\"{head}\" width=\"{frame.Width:0}\" height=\"{frame.Height:0}\"><g stroke-linejoin=\"round\">");
        DrawParcels(svg, reasons, codes.Select(count => count.Key), frame);
        CityMap.DrawLines(svg, city, frame);
        DrawNames(svg, reasons, frame);
        svg.Append("</g></svg>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{XmlText.Of(title)}</text>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"52\" font-size=\"12\" fill=\"#555\">{MapMarks.ClassificationOf(city)} · {city.Parcels.Count:N0} 地块 parcels · {reasons.Areas.Count} 更新片区 renewal areas</text>");
        MapMarks.North(svg, frame.Width - 34, 12);
        ReasonLegend.Draw(svg, codes, frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawParcels(StringBuilder svg, PlanReasons reasons, IEnumerable<ReasonCode> codes, MapFrame frame)
    {
        var shapes = reasons.City.Parcels.Shapes;
        foreach (var code in codes)
        {
            var path = new StringBuilder();
            for (var parcel = 0; parcel < reasons.Count; parcel++)
            {
                if (reasons.Codes[parcel] == code && frame.Shows(shapes.BoxOf(parcel)))
                {
                    SvgPath.AppendFeature(path, shapes, parcel, frame);
                }
            }

            svg.Append($"<path d=\"{path}\" fill-rule=\"evenodd\" fill=\"{ReasonColours.Of(code)}\" stroke=\"#8d877b\" stroke-width=\"0.4\"/>");
        }
    }

    private static void DrawNames(StringBuilder svg, PlanReasons reasons, MapFrame frame)
    {
        if (reasons.Areas.Count > 200)
        {
            return;
        }

        foreach (var area in reasons.Areas)
        {
            var boxes = area.Parcels.Select(reasons.City.Parcels.Shapes.BoxOf).ToList();
            double x = (frame.Left(boxes.Min(box => (double)box.MinX)) + frame.Left(boxes.Max(box => (double)box.MaxX))) / 2;
            double y = (frame.Top(boxes.Min(box => (double)box.MinY)) + frame.Top(boxes.Max(box => (double)box.MaxY))) / 2;
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"15\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{MapStyle.AreaEdge}\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">{XmlText.Of(area.Id)}</text>");
        }
    }
}
