using System.Globalization;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>The numbers of an area that everybody asks for first.</summary>
internal static class KeyNumbers
{
    private static readonly string[] Wires =
    [
        "net_area_m2", "gross_area_m2", "existing_floor_area_m2", "buildings", "households", "people", "demolition_ratio",
        "elective_demolition_floor_area_m2", "exempt_demolition_floor_area_m2", "new_to_demolished_ratio", "gross_far", "gross_far_after",
        "building_density", "polsby_popper",
    ];

    public static void Write(HtmlText html, ReportArea area, Disclosure disclosure)
    {
        var names = AreaMeasures.Names.ToDictionary(name => name.Wire);
        html.Words("h3", "主要指标", "Key numbers").Open("table", "key").Open("tbody");
        foreach (var name in Wires.Where(disclosure.Lists).Select(wire => names[wire]))
        {
            html.Open("tr").Words("td", name.Chinese, MeasureText.English(name)).Open("td");
            Value(html, area, name, disclosure);
            html.Close().Close();
        }

        if (area.Area.Need is { } need)
        {
            html.Open("tr").Words("td", "更新需求参考分", "need, 0 to 1").Open("td")
                .Number(need, need.ToString("0.00", CultureInfo.InvariantCulture)).Close().Close();
        }

        html.Close().Close();
    }

    /// <summary>The value of a measure as it may be told.</summary>
    public static void Value(HtmlText html, ReportArea area, MeasureName name, Disclosure disclosure)
    {
        var measured = area.Measures[name.Wire];
        if (!disclosure.Tells(name.Wire, area.Stock.Buildings.Count))
        {
            html.Write(Disclosure.Withheld);
        }
        else if (name.Unit == MeasureUnit.Count && disclosure.Hides(measured.Value ?? 0))
        {
            html.Write(disclosure.Count(measured.Value!.Value));
        }
        else
        {
            html.Number(measured.Value, MeasureText.Of(name, measured));
        }
    }
}
