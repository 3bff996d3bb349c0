using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Reports.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws areas with their names.</summary>
internal static class PlanOverlay
{
    public static void Draw(StringBuilder svg, IReadOnlyList<RenewalArea> areas, MapFrame frame)
    {
        foreach (var area in areas)
        {
            var path = new StringBuilder();
            SvgPath.AppendFeature(path, area.Outline, 0, frame);
            svg.Append($"<path d=\"{path}\" fill=\"{MapStyle.AreaFill}\" fill-opacity=\"0.18\" fill-rule=\"evenodd\" stroke=\"{MapStyle.AreaEdge}\" stroke-width=\"2.4\"/>");
        }

        if (areas.Count > 200)
        {
            return;
        }

        foreach (var area in areas)
        {
            var box = GridBox.Of(area.Outline.X, area.Outline.Y);
            double x = frame.Left(((double)box.MinX + box.MaxX) / 2), y = frame.Top(((double)box.MinY + box.MaxY) / 2);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"15\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{MapStyle.AreaEdge}\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">{XmlText.Of(area.Id)}</text>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.#}\" y=\"{y + 15:0.#}\" font-size=\"11\" text-anchor=\"middle\" fill=\"{MapStyle.AreaEdge}\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{area.NetArea / 10_000:0.0} ha</text>");
        }
    }
}
