using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Draws where a layer would lie under every reference system that its numbers fit: a panel of all places, a panel of the
/// place that fits best with the layers around it, and below what each number means.
/// </summary>
public static class CandidateMap
{
    private const double SheetWidth = 1080;
    private const double PanelTop = 66;
    private const double PanelHeight = 380;
    private const double LineHeight = 22;
    private const double Near = 20_000;

    private static readonly string[] Colours = ["#1b7f3b", "#c2410c", "#1d4ed8", "#a21caf", "#a16207", "#0f766e", "#be123c", "#4b5563"];

    /// <summary>The SVG of one sheet after the other.</summary>
    public static string Draw(IReadOnlyList<CandidateSheet> sheets)
    {
        var heights = sheets.Select(HeightOf).ToList();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SheetWidth:0}\" height=\"{heights.Sum():0}\" viewBox=\"0 0 {SheetWidth:0} {heights.Sum():0}\" font-family=\"{MapStyle.Font}\" fill=\"{MapStyle.Ink}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        for (var i = 0; i < sheets.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {heights.Take(i).Sum():0})\">");
            Draw(svg, sheets[i]);
            svg.Append("</g>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double HeightOf(CandidateSheet sheet) => PanelTop + PanelHeight + 40 + (LineHeight * (sheet.Candidates.Count + 1));

    private static void Draw(StringBuilder svg, CandidateSheet sheet)
    {
        Text(svg, 20, 30, 18, $"{sheet.Title}", "font-weight=\"700\"");
        Text(svg, 20, 50, 12, "Where it would lie in each reference system 各坐标系下的位置", "fill=\"#555\"");
        var isBestNear = sheet.Candidates.Count > 0 && sheet.Known.Any(known => BoxPlace.Of(sheet.Candidates[0].Extent, known.Extent).Gap < Near);
        var overview = new DegreeFrame([.. sheet.Known.Concat(sheet.Candidates).Select(box => box.Extent)], 20, PanelTop, isBestNear ? 640 : 1040, PanelHeight);
        DrawPanel(svg, sheet, overview, "all");
        if (isBestNear)
        {
            var near = sheet.Known.Where(known => BoxPlace.Of(sheet.Candidates[0].Extent, known.Extent).Gap < Near).Append(sheet.Candidates[0]).Select(box => box.Extent);
            DrawPanel(svg, sheet, new DegreeFrame([.. near], 680, PanelTop, 380, PanelHeight), "near");
        }

        DrawLegend(svg, sheet);
    }

    private static void DrawPanel(StringBuilder svg, CandidateSheet sheet, DegreeFrame frame, string id)
    {
        double left = frame.Left(frame.Extent.MinLon), top = frame.Top(frame.Extent.MaxLat);
        svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{frame.Width:0.#}\" height=\"{frame.Height:0.#}\" viewBox=\"{left:0.#} {top:0.#} {frame.Width:0.#} {frame.Height:0.#}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{frame.Width:0.#}\" height=\"{frame.Height:0.#}\" fill=\"#ffffff\" stroke=\"#b5b0a4\" stroke-width=\"2\"/>");
        DrawGraticule(svg, frame);
        foreach (var known in sheet.Known)
        {
            DrawBox(svg, frame, known.Extent, "fill=\"#6b7280\" fill-opacity=\"0.18\" stroke=\"#4b5563\" stroke-width=\"1\"");
        }

        if (id == "all" && sheet.Known.Count > 0)
        {
            DrawDistances(svg, sheet, frame);
        }

        var markers = new List<(double X, double Y)>();
        for (var i = 0; i < sheet.Candidates.Count; i++)
        {
            DrawCandidate(svg, frame, sheet.Candidates[i].Extent, markers);
        }

        DrawScale(svg, frame, left, top);
        svg.Append("</svg>");
    }

    private static void DrawGraticule(StringBuilder svg, DegreeFrame frame)
    {
        var step = frame.Step;
        double left = frame.Left(frame.Extent.MinLon), top = frame.Top(frame.Extent.MaxLat);
        for (var longitude = Math.Ceiling(frame.Extent.MinLon / step) * step; longitude < frame.Extent.MaxLon; longitude += step)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{frame.Left(longitude):0.#} {top:0.#}v{frame.Height:0.#}\" stroke=\"#e3dfd5\"/>");
            Text(svg, frame.Left(longitude) + 3, top + 13, 11, string.Create(CultureInfo.InvariantCulture, $"{longitude:0.###}°E"), "fill=\"#8a8577\"");
        }

        for (var latitude = Math.Ceiling(frame.Extent.MinLat / step) * step; latitude < frame.Extent.MaxLat; latitude += step)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left:0.#} {frame.Top(latitude):0.#}h{frame.Width:0.#}\" stroke=\"#e3dfd5\"/>");
            Text(svg, left + 4, frame.Top(latitude) - 3, 11, string.Create(CultureInfo.InvariantCulture, $"{latitude:0.###}°N"), "fill=\"#8a8577\"");
        }
    }

    private static void DrawDistances(StringBuilder svg, CandidateSheet sheet, DegreeFrame frame)
    {
        var from = sheet.Known[0].Extent;
        foreach (var to in sheet.Candidates.Select(candidate => candidate.Extent))
        {
            if (BoxPlace.Of(to, from) is not { Gap: > Near } place)
            {
                continue;
            }

            double x = frame.Left(MiddleLon(from)), y = frame.Top(MiddleLat(from)), toX = frame.Left(MiddleLon(to)), toY = frame.Top(MiddleLat(to));
            double bendX = (x + toX) / 2, bendY = ((y + toY) / 2) + Math.Max(80, Math.Abs(toX - x) / 4);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y:0.#}Q{bendX:0.#} {bendY:0.#} {toX:0.#} {toY:0.#}\" fill=\"none\" stroke=\"#9ca3af\" stroke-dasharray=\"4 3\"/>");

            // Two thirds along the curve, where the curves to different places have parted.
            double labelX = (x + (4 * bendX) + (4 * toX)) / 9, labelY = (y + (4 * bendY) + (4 * toY)) / 9;
            Text(svg, labelX, labelY + 4, 12, BoxPlace.Say(place.Distance), "text-anchor=\"middle\" fill=\"#4b5563\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"");
        }
    }

    // A number that would lie on another moves to its right.
    private static void DrawCandidate(StringBuilder svg, DegreeFrame frame, LonLatBox box, List<(double X, double Y)> markers)
    {
        double x = frame.Left(MiddleLon(box)), y = frame.Top(box.MaxLat) - 16;
        while (markers.Any(other => Math.Abs(other.X - x) < 21 && Math.Abs(other.Y - y) < 21))
        {
            x += 22;
        }

        var index = markers.Count;
        markers.Add((x, y));
        var colour = Colours[index % Colours.Length];
        DrawBox(svg, frame, box, $"fill=\"{colour}\" fill-opacity=\"0.15\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"5 2\"");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"10\" fill=\"{colour}\"/>");
        Text(svg, x, y + 4.5, 13, (index + 1).ToString(CultureInfo.InvariantCulture), "text-anchor=\"middle\" fill=\"#ffffff\" font-weight=\"700\"");
    }

    // A district is smaller than a dot on a map of a province: a box is at least six pixels wide.
    private static void DrawBox(StringBuilder svg, DegreeFrame frame, LonLatBox box, string style)
    {
        double left = frame.Left(box.MinLon), top = frame.Top(box.MaxLat), width = frame.Left(box.MaxLon) - left, height = frame.Top(box.MinLat) - top;
        double moreX = Math.Max(0, 6 - width) / 2, moreY = Math.Max(0, 6 - height) / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left - moreX:0.#}\" y=\"{top - moreY:0.#}\" width=\"{width + (2 * moreX):0.#}\" height=\"{height + (2 * moreY):0.#}\" {style}/>");
    }

    private static void DrawScale(StringBuilder svg, DegreeFrame frame, double left, double top)
    {
        var rough = frame.Width / 6 / frame.PixelsPerMetre;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var metres = (rough / power) switch { >= 5 => 5 * power, >= 2 => 2 * power, _ => power };
        double x = left + 14, y = top + frame.Height - 12;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {y - 5:0.#}v5h{metres * frame.PixelsPerMetre:0.#}v-5\" fill=\"none\" stroke=\"{MapStyle.Ink}\" stroke-width=\"1.5\"/>");
        Text(svg, x + (metres * frame.PixelsPerMetre) + 6, y, 12, metres >= 1000 ? $"{metres / 1000:0} km" : $"{metres:0} m", "");
    }

    private static void DrawLegend(StringBuilder svg, CandidateSheet sheet)
    {
        var y = PanelTop + PanelHeight + 26;
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"20\" y=\"{y - 12:0}\" width=\"20\" height=\"14\" fill=\"#6b7280\" fill-opacity=\"0.18\" stroke=\"#4b5563\"/>");
        var names = sheet.Known.Count == 0 ? "none 无" : string.Join(", ", sheet.Known.Select(known => known.Label).Distinct());
        Text(svg, 50, y, 12, $"layers whose place is known 位置已知的图层: {names}", "");
        for (var i = 0; i < sheet.Candidates.Count; i++)
        {
            y += LineHeight;
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"30\" cy=\"{y - 5:0}\" r=\"9\" fill=\"{Colours[i % Colours.Length]}\"/>");
            Text(svg, 30, y - 0.5, 12, (i + 1).ToString(CultureInfo.InvariantCulture), "text-anchor=\"middle\" fill=\"#ffffff\" font-weight=\"700\"");
            Text(svg, 50, y, 12, sheet.Candidates[i].Label, "");
        }
    }

    private static void Text(StringBuilder svg, double x, double y, int size, string text, string style) => svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" {style}>{XmlText.Of(text)}</text>");

    private static double MiddleLon(LonLatBox box) => (box.MinLon + box.MaxLon) / 2;

    private static double MiddleLat(LonLatBox box) => (box.MinLat + box.MaxLat) / 2;
}
