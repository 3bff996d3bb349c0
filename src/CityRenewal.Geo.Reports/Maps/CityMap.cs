using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Draws a city, and a plan on it where there is one, as one SVG sheet that a browser, QGIS or a word processor shows:
/// land, water, buildings by age, control lines, and the renewal areas with their names.
/// </summary>
public static class CityMap
{
    // Above this many parcels single parcels and buildings are smaller than a pixel; blocks and lines tell more.
    private const int DetailedParcels = 30_000;

    /// <summary>The sheet as SVG text.</summary>
    /// <param name="city">What is drawn.</param>
    /// <param name="plan">Areas to show on it, or null.</param>
    /// <param name="title">First line of the sheet.</param>
    /// <param name="width">Pixels.</param>
    public static string ToSvg(City city, Plan? plan, string title, double width = 1200) =>
        ToSvg(city, plan?.Areas, (title, MapLegend.Subtitle(city, plan)), width: width);

    /// <summary>The same of areas that need not be those of one plan.</summary>
    /// <param name="city">What is drawn.</param>
    /// <param name="areas">Areas to show on it, or null.</param>
    /// <param name="head">First and second line of the sheet.</param>
    /// <param name="hasBuildings">Whether single buildings are drawn where the city is small enough.</param>
    /// <param name="width">Pixels.</param>
    public static string ToSvg(
        City city, IReadOnlyList<RenewalArea>? areas, (string Title, string Subtitle) head, bool hasBuildings = true, double width = 1200)
    {
        var frame = new MapFrame(ExtentOf(city), city.Plane, width);
        var svg = new StringBuilder();
        var top = MapLegend.HeadHeight;
        var total = frame.Height + top + MapLegend.FootHeight;
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0}\" height=\"{total:0}\" viewBox=\"0 0 {width:0} {total:0}\" font-family=\"{MapStyle.Font}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"100%\" height=\"100%\" fill=\"{MapStyle.Paper}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg y=\"{top}\" width=\"{frame.Width:0}\" height=\"{frame.Height:0}\"><g stroke-linejoin=\"round\">");
        hasBuildings &= city.Parcels.Count <= DetailedParcels;
        DrawLand(svg, city, frame, hasBuildings);
        DrawLines(svg, city, frame);
        if (areas is not null)
        {
            PlanOverlay.Draw(svg, areas, frame);
        }

        svg.Append("</g></svg>");
        MapLegend.Draw(svg, city, (head, areas is not null, hasBuildings), frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static GridBox ExtentOf(City city)
    {
        var box = BoxOf(city.Parcels.Shapes);
        return box.IsEmpty ? BoxOf(city.Buildings.Shapes) : box;
    }

    private static GridBox BoxOf(PolygonColumns shapes) => GridBox.Of(shapes.X, shapes.Y);

    private static void DrawLand(StringBuilder svg, City city, MapFrame frame, bool hasBuildings)
    {
        DrawKinds(svg, city.Layer(LayerNames.ControlLines), frame, kind => kind switch
        {
            "ecological_red_line" => MapStyle.Ecological,
            "green_line" or "permanent_basic_farmland" => MapStyle.Green,
            _ => null,
        });
        DrawAll(svg, city.Layer(LayerNames.Water).Shapes, frame, $"fill=\"{MapStyle.Water}\"");
        if (city.Parcels.Count <= DetailedParcels)
        {
            DrawAll(svg, city.Parcels.Shapes, frame,
                $"fill=\"{MapStyle.Parcel}\" fill-opacity=\"0.75\" stroke=\"{MapStyle.ParcelEdge}\" stroke-width=\"0.5\"");
        }

        DrawKinds(svg, city.Layer(LayerNames.HistoricZones), frame, kind => kind switch
        {
            "core" => MapStyle.Core,
            "control" => MapStyle.Control,
            _ => null,
        });
        if (hasBuildings)
        {
            BuildingAges.Draw(svg, city, frame);
        }
    }

    internal static void DrawLines(StringBuilder svg, City city, MapFrame frame)
    {
        var barriers = city.Barriers;
        for (var i = 0; i < barriers.Count; i++)
        {
            var path = new StringBuilder();
            SvgPath.AppendLine(path, barriers.Lines, i, frame);
            svg.Append(barriers.Kinds[i] switch
            {
                "railway" => $"<path d=\"{path}\" fill=\"none\" stroke=\"{MapStyle.Rail}\" stroke-width=\"2.2\" stroke-dasharray=\"8 4\"/>",
                "river" => "",
                _ => $"<path d=\"{path}\" fill=\"none\" stroke=\"#c9bfa8\" stroke-width=\"4\"/><path d=\"{path}\" fill=\"none\" stroke=\"{MapStyle.Arterial}\" stroke-width=\"2.6\"/>",
            });
        }

        DrawAll(svg, city.Layer(LayerNames.PlanningUnits).Shapes, frame,
            $"fill=\"none\" stroke=\"{MapStyle.Unit}\" stroke-width=\"1\" stroke-dasharray=\"2 4\"");
        DrawAll(svg, city.Layer(LayerNames.Udb).Shapes, frame,
            $"fill=\"none\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\"");
    }

    private static void DrawKinds(StringBuilder svg, Zones zones, MapFrame frame, Func<string, string?> colourOf)
    {
        // Small kinds lie on large ones: core on control.
        foreach (var kind in zones.Kinds.Words.OrderByDescending(word => word, StringComparer.Ordinal))
        {
            if (colourOf(kind) is not { } colour)
            {
                continue;
            }

            var path = new StringBuilder();
            for (var i = 0; i < zones.Count; i++)
            {
                if (zones.Kinds[i] == kind)
                {
                    SvgPath.AppendFeature(path, zones.Shapes, i, frame);
                }
            }

            svg.Append($"<path d=\"{path}\" fill=\"{colour}\" fill-opacity=\"0.55\" fill-rule=\"evenodd\"/>");
        }
    }

    internal static void DrawAll(StringBuilder svg, PolygonColumns shapes, MapFrame frame, string attributes)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shapes.Count; i++)
        {
            if (frame.Shows(shapes.BoxOf(i)))
            {
                SvgPath.AppendFeature(path, shapes, i, frame);
            }
        }

        svg.Append($"<path d=\"{path}\" fill-rule=\"evenodd\" {attributes}/>");
    }
}
