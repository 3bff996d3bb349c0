namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// A map as a picture for documents: lines and words as SVG, and the same as PNG for programs that show no SVG, in which of the
/// words only numbers are. What its signs mean is no part of it: the document says that in its own words.
/// </summary>
/// <param name="Svg">The SVG text.</param>
/// <param name="Png">The bytes of the PNG.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Legend">The signs on it with their words, what lies on top first.</param>
public sealed record MapPicture(string Svg, byte[] Png, int Width, int Height, IReadOnlyList<MapSwatch> Legend)
{
    /// <summary>The picture of an SVG that one of our maps wrote.</summary>
    public static MapPicture Of(string svg, IReadOnlyList<MapSwatch> legend)
    {
        var canvas = SvgRaster.Of(svg);
        return new MapPicture(svg, Png24.Of(canvas), canvas.Width, canvas.Height, legend);
    }
}
