using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Everything around the map: title, what the signs mean, scale, north, and what the sheet is not.</summary>
internal static class MapLegend
{
    public const double HeadHeight = 64;
    public const double FootHeight = 96;

    public static void Draw(
        StringBuilder svg, City city, ((string Title, string Subtitle) Head, bool HasAreas, bool HasBuildings) sheet, MapFrame frame)
    {
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"30\" font-size=\"20\" font-weight=\"700\" fill=\"{MapStyle.Ink}\">{XmlText.Of(sheet.Head.Title)}</text>");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"52\" font-size=\"12\" fill=\"#555\">{XmlText.Of(sheet.Head.Subtitle)}</text>");
        MapMarks.North(svg, frame.Width - 34, 12);
        DrawSigns(svg, city, (sheet.HasAreas, sheet.HasBuildings), frame);
        MapMarks.Scale(svg, 20, HeadHeight + frame.Height + 80, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{frame.Width - 20:0}\" y=\"{HeadHeight + frame.Height + 82:0}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">辅助核对结果,不替代法定审查 · A review aid, not an approval</text>");
    }

    /// <summary>What the second line says of a plan.</summary>
    public static string Subtitle(City city, Plan? plan)
    {
        var land = string.Create(
            CultureInfo.InvariantCulture,
            $"{MapMarks.ClassificationOf(city)} · {city.Parcels.Count:N0} 地块 parcels · {city.Buildings.Count:N0} 建筑 buildings");
        if (plan is null)
        {
            return land;
        }

        var net = plan.Areas.Sum(area => area.NetArea) / 10_000;
        return string.Create(CultureInfo.InvariantCulture,
            $"{land} · {plan.Areas.Count} 更新片区 renewal areas, {net:0.0} ha net · λ {plan.Options.Lambda:0.##} m · seed {plan.Options.Seed} · data {plan.DataVersion[..Math.Min(12, plan.DataVersion.Length)]}");
    }

    private static void DrawSigns(StringBuilder svg, City city, (bool Areas, bool Buildings) shown, MapFrame frame)
    {
        var signs = new List<(string Box, string Label)>();
        if (shown.Areas)
        {
            signs.Add(($"fill=\"{MapStyle.AreaFill}\" fill-opacity=\"0.18\" stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2\"", "更新片区 renewal area"));
        }

        AddLayer(signs, city, LayerNames.Udb, $"fill=\"none\" stroke=\"{MapStyle.Udb}\" stroke-width=\"2\" stroke-dasharray=\"6 2\"", "城镇开发边界 UDB");
        AddLayer(signs, city, LayerNames.HistoricZones, $"fill=\"{MapStyle.Core}\" fill-opacity=\"0.55\"", "核心保护范围 historic core");
        AddLayer(signs, city, LayerNames.HistoricZones, $"fill=\"{MapStyle.Control}\" fill-opacity=\"0.55\"", "建设控制地带 construction control");
        AddLayer(signs, city, LayerNames.PlanningUnits, $"fill=\"none\" stroke=\"{MapStyle.Unit}\" stroke-dasharray=\"2 3\"", "规划单元 planning unit");
        AddLayer(signs, city, LayerNames.Water, $"fill=\"{MapStyle.Water}\"", "水域 water");
        if (shown.Buildings)
        {
            signs.AddRange(MapStyle.BuildingAges.Select(age => ($"fill=\"{age.Colour}\" stroke=\"#77706a\" stroke-width=\"0.5\"", age.Label)));
        }

        const int Columns = 5;
        var step = (frame.Width - 40) / Columns;
        for (var i = 0; i < signs.Count; i++)
        {
            double x = 20 + (i % Columns * step), y = HeadHeight + frame.Height + 12 + (i / Columns * 22);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0}\" y=\"{y:0}\" width=\"22\" height=\"13\" {signs[i].Box}/><text x=\"{x + 29:0}\" y=\"{y + 11:0}\" font-size=\"12\" fill=\"{MapStyle.Ink}\">{signs[i].Label}</text>");
        }
    }

    private static void AddLayer(List<(string Box, string Label)> signs, City city, string layer, string box, string label)
    {
        if (city.Has(layer))
        {
            signs.Add((box, label));
        }
    }
}
