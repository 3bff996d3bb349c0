using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>The maps of a report, for its page and its documents alike: what a public version does not tell is not drawn either.</summary>
internal sealed class AreaFigure(ReportContent content)
{
    private readonly AreaMapFigure _figure = new(content.City);

    /// <summary>The map of an area as SVG; empty where it has no land.</summary>
    public string SvgOf(ReportArea area, IReadOnlyList<NumberedFinding> findings)
    {
        var buildings = area.Stock.Buildings.Select(building => building.Row).ToHashSet();
        buildings.ExceptWith(content.Head.IsPublic ? [] : area.Area.Dispositions.Select(disposition => disposition.Building));
        return area.Area.Outline.X.Length == 0
            ? ""
            : _figure.ToSvg(area.Area, buildings, findings.Where(finding => finding.HasPlace).Select(finding => (finding.Number, finding.Finding)));
    }
}
