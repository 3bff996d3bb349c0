using CityRenewal.Geo.Reports.Maps;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>The maps of a report, for its page and its documents alike: what a public version does not tell is not drawn either.</summary>
internal sealed class AreaFigure(ReportContent content)
{
    private readonly AreaMapFigure _figure = new(content.City);

    /// <summary>The map of an area as SVG; empty where it has no land.</summary>
    public string SvgOf(ReportArea area, IReadOnlyList<NumberedFinding> findings) =>
        area.Area.Outline.X.Length == 0 ? "" : _figure.ToSvg(area.Area, PlainOf(area), Placed(findings));

    /// <summary>The map of an area that has land, as a picture for documents.</summary>
    public MapPicture PictureOf(ReportArea area, IReadOnlyList<NumberedFinding> findings) =>
        _figure.ToPicture(area.Area, PlainOf(area), Placed(findings));

    private HashSet<int> PlainOf(ReportArea area)
    {
        var buildings = area.Stock.Buildings.Select(building => building.Row).ToHashSet();
        buildings.ExceptWith(content.Head.IsPublic ? [] : area.Area.Dispositions.Select(disposition => disposition.Building));
        return buildings;
    }

    private static IEnumerable<(int Number, Compliance.Finding Finding)> Placed(IReadOnlyList<NumberedFinding> findings) =>
        findings.Where(finding => finding.HasPlace).Select(finding => (finding.Number, finding.Finding));
}
