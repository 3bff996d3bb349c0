using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Reports.Html;

/// <summary>What renewal money is allotted by: factors of a calculation, never an amount.</summary>
internal static class FactorTable
{
    private static readonly string[] Wires =
        ["renovated_floor_area_m2", "renovated_buildings", "households_benefiting", "people_benefiting"];

    public static void Write(HtmlText html, ReportArea area, Disclosure disclosure)
    {
        var names = AreaMeasures.Names.ToDictionary(name => name.Wire);
        var isHidden = disclosure.Hides(area.Measures["renovated_buildings"].Value ?? 0);
        html.Words("h3", "测算因子", "Factors of funding").Open("table", "key").Open("tbody");
        foreach (var name in Wires.Select(wire => names[wire]))
        {
            html.Open("tr").Words("td", name.Chinese, MeasureText.English(name)).Open("td");
            if (isHidden)
            {
                html.Write(name.Wire == "renovated_buildings" ? disclosure.Count(1) : Disclosure.Withheld);
            }
            else
            {
                KeyNumbers.Value(html, area, name, disclosure);
            }

            html.Close().Close();
        }

        html.Close().Close().Words("p", "测算因子,非补助额;财政系数由使用者另行填入。", "Factors, no grant; the fiscal coefficient is the user's.", "note");
    }
}
