using System.Globalization;
using System.Xml.Linq;

namespace CityRenewal.Geo.Stores.GeoPackage.Styles;

/// <summary>Writes a style in QGIS's own language (QML).</summary>
internal static class Qml
{
    internal static string Of(LayerStyle style)
    {
        var renderer = new XElement(
            "renderer-v2",
            new XAttribute("type", style.Attribute is null ? "singleSymbol" : "categorizedSymbol"),
            new XAttribute("enableorderby", 0), new XAttribute("forceraster", 0), new XAttribute("symbollevels", 0),
            style.Attribute is null ? null : new XAttribute("attr", style.Attribute),
            style.Attribute is null ? null : new XElement("categories", style.Classes.Select(Category)),
            new XElement("symbols", style.Classes.Select((entry, i) => Symbol(entry.Symbol, i))));
        var document = new XElement(
            "qgis", new XAttribute("version", "3.22.16"), new XAttribute("styleCategories", "Symbology|Labeling"),
            new XAttribute("labelsEnabled", style.Label is null ? 0 : 1), renderer, style.Label is null ? null : Labeling(style.Label));
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + document;
    }

    private static XElement Category(StyleClass entry, int index) => new(
        "category",
        new XAttribute("symbol", index), new XAttribute("value", entry.Value), new XAttribute("label", entry.Label),
        new XAttribute("type", "string"), new XAttribute("render", "true"));

    private static XElement Symbol(StyleSymbol symbol, int index) => new(
        "symbol",
        new XAttribute("type", symbol.Type), new XAttribute("name", index), new XAttribute("alpha", 1),
        new XAttribute("clip_to_extent", 1), new XAttribute("force_rhr", 0),
        new XElement(
            "layer",
            new XAttribute("class", symbol.Type switch { "line" => "SimpleLine", "marker" => "SimpleMarker", _ => "SimpleFill" }),
            new XAttribute("enabled", 1), new XAttribute("locked", 0), new XAttribute("pass", 0),
            new XElement("Option", new XAttribute("type", "Map"), Options(symbol))));

    private static XElement Labeling(string column) => new(
        "labeling",
        new XAttribute("type", "simple"),
        new XElement(
            "settings",
            new XElement(
                "text-style",
                new XAttribute("fieldName", column), new XAttribute("isExpression", 0), new XAttribute("fontSize", 10),
                new XAttribute("fontSizeUnit", "Point"), new XAttribute("fontWeight", 75), new XAttribute("textColor", "150,0,0,255"),
                new XAttribute("textOpacity", 1),
                new XElement(
                    "text-buffer",
                    new XAttribute("bufferDraw", 1), new XAttribute("bufferSize", 1), new XAttribute("bufferSizeUnits", "MM"),
                    new XAttribute("bufferColor", "255,255,255,255"), new XAttribute("bufferOpacity", 1)))));

    private static IEnumerable<XElement> Options(StyleSymbol symbol)
    {
        var width = symbol.Width.ToString(CultureInfo.InvariantCulture);
        if (symbol.Type == "marker")
        {
            return
            [
                Option("name", "circle"), Option("color", Rgba(symbol.Colour ?? "#ffffff", 1)), Option("size", "2.4"),
                Option("size_unit", "MM"), Option("outline_color", Rgba(symbol.Stroke, 1)), Option("outline_style", "solid"),
                Option("outline_width", width), Option("outline_width_unit", "MM"),
            ];
        }

        return symbol.Type == "line"
            ?
            [
                Option("capstyle", "round"), Option("joinstyle", "round"), Option("line_color", Rgba(symbol.Stroke, 1)),
                Option("line_style", "solid"), Option("line_width", width), Option("line_width_unit", "MM"),
            ]
            :
            [
                Option("color", Rgba(symbol.Colour ?? "#ffffff", symbol.Opacity)), Option("joinstyle", "bevel"),
                Option("outline_color", Rgba(symbol.Stroke, 1)), Option("outline_style", "solid"),
                Option("outline_width", width), Option("outline_width_unit", "MM"),
                Option("style", symbol.Colour is null ? "no" : "solid"),
            ];
    }

    private static XElement Option(string name, string value) => new(
        "Option", new XAttribute("name", name), new XAttribute("value", value), new XAttribute("type", "QString"));

    private static string Rgba(string colour, double opacity)
    {
        var number = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var alpha = (int)Math.Round(opacity * 255);
        return $"{number >> 16},{(number >> 8) & 255},{number & 255},{alpha}";
    }
}
