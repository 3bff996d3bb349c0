using System.Globalization;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>The table of boundary points: small tables that flow over three columns and are never torn apart.</summary>
internal static class PointSection
{
    private const int RowsOfATable = 18;

    public static void Write(HtmlText html, ReportArea area, SurveySystem system)
    {
        var points = BoundaryPointTable.Of(area.Area.Outline, system);
        html.Words("h3", "界址点坐标成果表", "Boundary points").Words(
            "p", $"坐标系 {BoundaryPointTable.NameOf(system)}；x 为纵坐标（北），y 为横坐标（东），单位 m；各环自西北角起顺时针编号并闭合。",
            "x to the north, y to the east, metres; every ring runs clockwise from its north-western point and is closed; sides on the plane of the system.", "note");
        html.Open("div", "points");
        foreach (var ring in points.GroupBy(point => point.Ring))
        {
            foreach (var rows in ring.Chunk(RowsOfATable))
            {
                Table(html, rows);
            }
        }

        html.Close();
    }

    private static void Table(HtmlText html, BoundaryPoint[] rows)
    {
        html.Open("table").Open("thead").Open("tr").Element("th", rows[0].IsHole ? $"洞 {rows[0].Ring}" : $"环 {rows[0].Ring}")
            .Element("th", "x (北 N)", "n").Element("th", "y (东 E)", "n").Element("th", "边长", "n").Close().Close().Open("tbody");
        foreach (var point in rows)
        {
            html.Open("tr").Element("td", point.Name).Element("td", Metres(point.X), "n").Element("td", Metres(point.Y), "n")
                .Element("td", point.Side is { } side ? side.ToString("0.00", CultureInfo.InvariantCulture) : "", "n").Close();
        }

        html.Close().Close();
    }

    private static string Metres(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
