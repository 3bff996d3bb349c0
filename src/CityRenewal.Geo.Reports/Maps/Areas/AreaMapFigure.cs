using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The map of an area as a figure of a page that says everything else in words: land, buildings, lines, marks, legend.</summary>
internal sealed class AreaMapFigure(City city)
{
    private const double Width = 1010;
    private const double MapHeight = 580;
    private const double LegendRow = 21;
    private const int LegendColumns = 4;

    private readonly NearRows _near = new(city);

    /// <summary>The figure as SVG text.</summary>
    /// <param name="area">The area.</param>
    /// <param name="plain">Its buildings that are drawn all alike; null for none.</param>
    /// <param name="marked">Findings whose place is marked, with their numbers.</param>
    public string ToSvg(RenewalArea area, IReadOnlySet<int>? plain, IEnumerable<(int Number, Finding Finding)> marked)
    {
        var (map, signs) = Drawn(area, plain, marked);
        var legend = new StringBuilder();
        WriteLegend(legend, signs);
        return Sheet(MapHeight + 12 + ((signs.Count + LegendColumns - 1) / LegendColumns * LegendRow), area, map.Append(legend));
    }

    /// <summary>The figure for a document, which has the legend in words of its own.</summary>
    /// <param name="area">The area.</param>
    /// <param name="plain">Its buildings that are drawn all alike; null for none.</param>
    /// <param name="marked">Findings whose place is marked, with their numbers.</param>
    public MapPicture ToPicture(RenewalArea area, IReadOnlySet<int>? plain, IEnumerable<(int Number, Finding Finding)> marked)
    {
        var (map, signs) = Drawn(area, plain, marked);
        return MapPicture.Of(Sheet(MapHeight, area, map), [.. signs.Select(MapSwatch.Of)]);
    }

    // The map in its frame, and its signs: what lies on top comes first.
    private (StringBuilder Map, List<MapSign> Signs) Drawn(RenewalArea area, IReadOnlySet<int>? plain, IEnumerable<(int Number, Finding Finding)> marked)
    {
        var frame = FrameOf(area.Outline);
        var drawing = new AreaDrawing(city, _near, frame);
        drawing.Draw(area, plain);
        foreach (var (number, finding) in marked)
        {
            drawing.Mark(finding.Judgement.Evidence, number);
        }

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg width=\"{Width:0}\" height=\"{MapHeight:0}\"><rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append("<g stroke-linejoin=\"round\">").Append(drawing.Svg).Append("</g>");
        WriteMarks(svg, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"</svg><rect x=\"0.6\" y=\"0.6\" width=\"{Width - 1.2:0.#}\" height=\"{MapHeight - 1.2:0.#}\" fill=\"none\" stroke=\"{MapStyle.Ink}\" stroke-width=\"1.2\"/>");
        return (svg, [.. Enumerable.Reverse(drawing.Signs)]);
    }

    private static string Sheet(double height, RenewalArea area, StringBuilder drawn)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width:0}\" height=\"{height:0}\" viewBox=\"0 0 {Width:0} {height:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{XmlText.Of($"片区图 map of {area.Id}")}</title>");
        return svg.Append(drawn).Append("</svg>\n").ToString();
    }

    // A figure is wider than high: the box grows until it is.
    private MapFrame FrameOf(PolygonColumns outline)
    {
        var box = GridBox.Of(outline.X, outline.Y);
        double width = (double)box.MaxX - box.MinX, height = (double)box.MaxY - box.MinY;
        var margin = Math.Max(30 * city.Plane.UnitsPerMetre, 0.06 * Math.Max(width, height));
        width = Math.Max(width + (2 * margin), (height + (2 * margin)) * Width / MapHeight);
        height = width * MapHeight / Width;
        double x = ((double)box.MinX + box.MaxX) / 2, y = ((double)box.MinY + box.MaxY) / 2;
        return new MapFrame(
            new GridBox((int)(x - (width / 2)), (int)(y - (height / 2)), (int)(x + (width / 2)), (int)(y + (height / 2))), city.Plane, Width);
    }

    private static void WriteMarks(StringBuilder svg, MapFrame frame)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Width - 46:0}\" y=\"8\" width=\"36\" height=\"56\" fill=\"#fff\" fill-opacity=\"0.85\"/>");
        MapMarks.North(svg, Width - 36, 14);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"8\" y=\"{MapHeight - 34:0}\" width=\"{(Width / 6) + 90:0}\" height=\"26\" fill=\"#fff\" fill-opacity=\"0.85\"/>");
        MapMarks.Scale(svg, 18, MapHeight - 16, frame);
    }

    private static void WriteLegend(StringBuilder svg, List<MapSign> signs)
    {
        const double Step = Width / LegendColumns;
        for (var i = 0; i < signs.Count; i++)
        {
            double x = 2 + (i % LegendColumns * Step), y = MapHeight + 12 + (i / LegendColumns * LegendRow);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{x:0.#} {y:0.#}h26v14h-26z\" {signs[i].Attributes}/><text x=\"{x + 31:0.#}\" y=\"{y + 12:0.#}\" font-size=\"11.6\" fill=\"{MapStyle.Ink}\">{signs[i].Label}</text>");
        }
    }
}
