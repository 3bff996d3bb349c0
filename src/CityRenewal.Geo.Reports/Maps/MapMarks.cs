using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>What every sheet bears: an arrow to the north, a scale bar, and who may see it.</summary>
internal static class MapMarks
{
    /// <summary>密级 in both languages.</summary>
    public static string ClassificationOf(City city) => $"{city.Classification.Chinese()} {city.Classification.Wire()}";

    /// <summary>An arrow to the north with its upper left corner there.</summary>
    public static void North(StringBuilder svg, double left, double top) => svg.Append(CultureInfo.InvariantCulture,
        $"<g transform=\"translate({left:0} {top:0})\"><path d=\"M8 0 L16 26 L8 20 L0 26 Z\" fill=\"{MapStyle.Ink}\"/><text x=\"8\" y=\"42\" font-size=\"13\" text-anchor=\"middle\" fill=\"{MapStyle.Ink}\">N</text></g>");

    /// <summary>A bar of a round length, about a sixth of the map.</summary>
    public static void Scale(StringBuilder svg, double left, double bottom, MapFrame frame)
    {
        var metres = RoundLength(frame.Width / 6 / frame.PixelsPerMetre);
        var pixels = metres * frame.PixelsPerMetre;
        svg.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{left:0} {bottom - 5:0}v5h{pixels:0.#}v-5\" fill=\"none\" stroke=\"{MapStyle.Ink}\" stroke-width=\"1.5\"/><text x=\"{left + 6 + pixels:0}\" y=\"{bottom:0}\" font-size=\"12\" fill=\"{MapStyle.Ink}\">{(metres >= 1000 ? $"{metres / 1000:0.#} km" : $"{metres:0} m")}</text>");
    }

    private static double RoundLength(double metres)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        return (metres / power) switch { >= 5 => 5 * power, >= 2 => 2 * power, _ => power };
    }
}
