namespace CityRenewal.Geo.Stores.GeoPackage.Styles;

/// <summary>A fill, a line or a marker with its colours; widths in millimetres.</summary>
/// <param name="Type">fill, line or marker, in QGIS's words.</param>
/// <param name="Colour">Fill colour as #rrggbb; null draws no fill.</param>
/// <param name="Opacity">Opacity of the fill, in [0, 1].</param>
/// <param name="Stroke">Outline or line colour as #rrggbb.</param>
/// <param name="Width">Outline or line width.</param>
internal sealed record StyleSymbol(string Type, string? Colour, double Opacity, string Stroke, double Width)
{
    internal static StyleSymbol Fill(string colour, double opacity, string stroke, double width) =>
        new("fill", colour, opacity, stroke, width);

    internal static StyleSymbol Outline(string stroke, double width) => new("fill", null, 0, stroke, width);

    internal static StyleSymbol Line(string stroke, double width) => new("line", null, 1, stroke, width);
}
