using System.Globalization;
using System.Xml.Linq;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Draws the SVG of our own maps on a canvas: boxes, discs and paths with fill, stroke, dashes and opacity, and numbers. Words are left
/// out: how they look depends on the fonts of a machine, and the same map shall be the same bytes everywhere.
/// </summary>
internal sealed class SvgRaster
{
    private readonly RasterCanvas _canvas;

    private SvgRaster(RasterCanvas canvas) => _canvas = canvas;

    /// <summary>The map on a canvas of its size.</summary>
    public static RasterCanvas Of(string svg)
    {
        var root = XElement.Parse(svg);
        var canvas = new RasterCanvas((int)Number(root, "width", 0), (int)Number(root, "height", 0));
        new SvgRaster(canvas).Draw(root, (0, 0));
        return canvas;
    }

    private void Draw(XElement element, (double X, double Y) shift)
    {
        switch (element.Name.LocalName)
        {
            case "svg" or "g":
                DrawAll(element, Shifted(element, shift));
                break;
            case "path":
                Paint(element, [.. SvgPathReading.Of((string)element.Attribute("d")!).Select(line => (Moved(line.Points, shift), line.IsClosed))]);
                break;
            case "rect":
                Paint(element, [(Moved(Box(element), shift), true)]);
                break;
            case "circle":
                Disc(element, shift);
                break;
            case "text" when StrokeDigits.CanDraw(element.Value):
                Write(element, shift);
                break;
        }
    }

    // What a sheet within the sheet draws ends with it.
    private void DrawAll(XElement element, (double X, double Y) shift)
    {
        var bottom = _canvas.Bottom;
        _canvas.Bottom = Math.Min(bottom, element.Name.LocalName == "svg" ? (int)Math.Ceiling(Number(element, "height", bottom)) : bottom);
        foreach (var child in element.Elements())
        {
            Draw(child, shift);
        }

        _canvas.Bottom = bottom;
    }

    private void Paint(XElement element, List<(List<(double X, double Y)> Points, bool IsClosed)> lines)
    {
        if (Colour(element, "fill", "#000") is { } fill)
        {
            foreach (var (points, _) in lines)
            {
                for (var i = 0; i < points.Count; i++)
                {
                    var to = points[(i + 1) % points.Count];
                    _canvas.Edge(points[i].X, points[i].Y, to.X, to.Y);
                }
            }

            _canvas.Fill(fill, Number(element, "fill-opacity", 1), (string?)element.Attribute("fill-rule") == "evenodd");
        }

        if (Colour(element, "stroke", "none") is { } stroke)
        {
            double[] dashes = [.. ((string?)element.Attribute("stroke-dasharray") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
            foreach (var (points, isClosed) in lines)
            {
                StrokeEdges.Add(_canvas, isClosed ? [.. points, points[0]] : points, Number(element, "stroke-width", 1), dashes);
            }

            _canvas.Fill(stroke, 1, isEvenOdd: false);
        }
    }

    private void Disc(XElement element, (double X, double Y) shift)
    {
        var middle = (Number(element, "cx", 0) + shift.X, Number(element, "cy", 0) + shift.Y);
        var (radius, rim) = (Number(element, "r", 0), Colour(element, "stroke", "none"));
        if (rim is { } stroke)
        {
            StrokeEdges.Disc(_canvas, middle, radius + (Number(element, "stroke-width", 1) / 2), 24);
            _canvas.Fill(stroke, 1, isEvenOdd: false);
        }

        if (Colour(element, "fill", "#000") is { } fill)
        {
            StrokeEdges.Disc(_canvas, middle, radius - (rim is null ? 0 : Number(element, "stroke-width", 1) / 2), 24);
            _canvas.Fill(fill, 1, isEvenOdd: false);
        }
    }

    private void Write(XElement element, (double X, double Y) shift)
    {
        var size = Number(element, "font-size", 12);
        var width = size / ((string?)element.Attribute("font-weight") == "700" ? 8 : 9);
        var at = (Number(element, "x", 0) + shift.X, Number(element, "y", 0) + shift.Y);
        foreach (var stroke in StrokeDigits.Of(element.Value, at, size, (string?)element.Attribute("text-anchor") == "middle"))
        {
            StrokeEdges.Add(_canvas, stroke, width, []);
        }

        _canvas.Fill(Colour(element, "fill", "#000")!.Value, 1, isEvenOdd: false);
    }

    // Of transformations our maps write shifts alone.
    private static (double X, double Y) Shifted(XElement element, (double X, double Y) shift)
    {
        if ((string?)element.Attribute("transform") is not { } transform)
        {
            return shift;
        }

        double[] by = [.. transform["translate(".Length..^1].Split(' ').Select(Parse)];
        return (shift.X + by[0], shift.Y + by[1]);
    }

    private static List<(double X, double Y)> Moved(IEnumerable<(double X, double Y)> points, (double X, double Y) shift) =>
        [.. points.Select(point => (point.X + shift.X, point.Y + shift.Y))];

    private List<(double X, double Y)> Box(XElement element)
    {
        double x = Number(element, "x", 0), y = Number(element, "y", 0);
        double width = Side(element, "width", _canvas.Width), height = Side(element, "height", _canvas.Height);
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    }

    // A share is one of the nearest sheet around it.
    private static double Side(XElement element, string name, double whole) =>
        ((string?)element.Attribute(name))?.EndsWith('%') == true
            ? element.Ancestors().Select(outer => (string?)outer.Attribute(name)).FirstOrDefault(side => side is not null) is { } side ? Parse(side) : whole
            : Number(element, name, 0);

    private static (byte R, byte G, byte B)? Colour(XElement element, string name, string otherwise)
    {
        var text = (string?)element.Attribute(name) ?? otherwise;
        if (text == "none")
        {
            return null;
        }

        var digits = text.Length == 4 ? string.Concat(text[1..].Select(digit => $"{digit}{digit}")) : text[1..];
        var number = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }

    private static double Number(XElement element, string name, double otherwise) =>
        (string?)element.Attribute(name) is { } text ? Parse(text) : otherwise;

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
