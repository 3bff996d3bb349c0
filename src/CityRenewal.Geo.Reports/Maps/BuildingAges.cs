using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws footprints in the colour of their age at the city's baseline year.</summary>
internal static class BuildingAges
{
    public static void Draw(StringBuilder svg, City city, MapFrame frame)
    {
        var paths = MapStyle.BuildingAges.Select(_ => new StringBuilder()).ToArray();
        for (var i = 0; i < city.Buildings.Count; i++)
        {
            SvgPath.AppendFeature(paths[ClassOf(city, i)], city.Buildings.Shapes, i, frame);
        }

        for (var i = 0; i < paths.Length; i++)
        {
            svg.Append($"<path d=\"{paths[i]}\" fill=\"{MapStyle.BuildingAges[i].Colour}\" fill-rule=\"evenodd\" stroke=\"#77706a\" stroke-width=\"0.3\"/>");
        }
    }

    private static int ClassOf(City city, int building)
    {
        var built = city.Buildings.YearBuilt[building];
        if (built == Unknown.Integer || city.BaselineYear is not { } year)
        {
            return 3;
        }

        return (year - built) switch { < 20 => 0, <= 40 => 1, _ => 2 };
    }
}
