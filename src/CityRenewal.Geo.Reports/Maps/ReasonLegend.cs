using System.Globalization;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>What the colours of the map of reasons mean, and how many parcels have each.</summary>
internal static class ReasonLegend
{
    private const int Columns = 3;
    private const double Line = 22;

    public static double HeightOf(int reasons) => 44 + (Line * ((reasons + Columns - 1) / Columns));

    public static void Draw(StringBuilder svg, IReadOnlyList<KeyValuePair<ReasonCode, int>> codes, MapFrame frame)
    {
        var top = MapLegend.HeadHeight + frame.Height + 12;
        var step = (frame.Width - 40) / Columns;
        for (var i = 0; i < codes.Count; i++)
        {
            double x = 20 + (i % Columns * step), y = top + (i / Columns * Line);
            var title = codes[i].Key.Title();
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0}\" y=\"{y:0}\" width=\"22\" height=\"13\" fill=\"{ReasonColours.Of(codes[i].Key)}\" stroke=\"#8d877b\" stroke-width=\"0.5\"/><text x=\"{x + 29:0}\" y=\"{y + 11:0}\" font-size=\"12\" fill=\"{MapStyle.Ink}\">{title.TextChinese} {title.Text} ({codes[i].Value:N0})</text>");
        }

        var bottom = MapLegend.HeadHeight + frame.Height + HeightOf(codes.Count) - 14;
        MapMarks.Scale(svg, 20, bottom, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{frame.Width - 20:0}\" y=\"{bottom:0}\" font-size=\"12\" text-anchor=\"end\" fill=\"#a03020\">{MeasuredPlan.Disclaimer}</text>");
    }
}
