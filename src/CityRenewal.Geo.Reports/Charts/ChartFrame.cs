using System.Globalization;
using System.Text;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Charts;

/// <summary>A plot with two axes: numbers to pixels, round ticks, labels.</summary>
internal sealed class ChartFrame
{
    private readonly double _left;
    private readonly double _top;

    public ChartFrame((double Left, double Top, double Width, double Height) box, (double Low, double High) x, (double Low, double High) y)
    {
        (_left, _top, Width, Height) = box;
        (X, Y) = (Widened(x), Widened(y));
    }

    /// <summary>Pixels.</summary>
    public double Width { get; }

    /// <summary>Pixels.</summary>
    public double Height { get; }

    /// <summary>Range of the horizontal axis.</summary>
    public (double Low, double High) X { get; }

    /// <summary>Range of the vertical axis.</summary>
    public (double Low, double High) Y { get; }

    /// <summary>Pixels from the left.</summary>
    public double Left(double x) => _left + (Width * (x - X.Low) / (X.High - X.Low));

    /// <summary>Pixels from the top.</summary>
    public double Top(double y) => _top + (Height * (1 - ((y - Y.Low) / (Y.High - Y.Low))));

    /// <summary>Draws the frame, the grid and the numbers beside it.</summary>
    public void Draw(StringBuilder svg, string format, double yUnit, string yFormat)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{_left:0.#}\" y=\"{_top:0.#}\" width=\"{Width:0.#}\" height=\"{Height:0.#}\" fill=\"#fff\" stroke=\"#bbb5a6\"/>");
        foreach (var x in Ticks(X, (int)(Width / 90)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left(x):0.#} {_top:0.#}v{Height:0.#}\" stroke=\"#eae6db\"/>");
            Label(svg, Left(x), _top + Height + 17, x.ToString(format, CultureInfo.InvariantCulture), "middle");
        }

        foreach (var y in Ticks(Y, (int)(Height / 45)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{_left:0.#} {Top(y):0.#}h{Width:0.#}\" stroke=\"#eae6db\"/>");
            Label(svg, _left - 7, Top(y) + 4, (y / yUnit).ToString(yFormat, CultureInfo.InvariantCulture), "end");
        }
    }

    /// <summary>A small text; size and colour may be given otherwise.</summary>
    public static void Label(StringBuilder svg, double x, double y, string text, string anchor, string more = "")
    {
        var size = more.Contains("font-size=", StringComparison.Ordinal) ? "" : " font-size=\"12\"";
        var fill = more.Contains("fill=", StringComparison.Ordinal) ? "" : $" fill=\"{MapStyle.Ink}\"";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"{size}{fill} {more}>{XmlText.Of(text)}</text>");
    }

    /// <summary>Round numbers inside a range.</summary>
    public static IEnumerable<double> Ticks((double Low, double High) range, int most)
    {
        var rough = (range.High - range.Low) / Math.Max(2, most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.First(factor => factor * power >= rough) * power;
        for (var tick = Math.Ceiling(range.Low / step); tick * step <= range.High; tick++)
        {
            yield return tick * step;
        }
    }

    private static (double Low, double High) Widened((double Low, double High) range) =>
        range.High > range.Low ? range : (range.Low - Math.Max(1, Math.Abs(range.Low) / 10), range.High + Math.Max(1, Math.Abs(range.High) / 10));
}
