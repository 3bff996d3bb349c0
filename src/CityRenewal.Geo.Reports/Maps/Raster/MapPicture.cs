namespace CityRenewal.Geo.Reports.Maps;

/// <summary>A map as a picture for documents: lines and words as SVG, and the same without words as PNG for programs that show no SVG.</summary>
/// <param name="Svg">The SVG text.</param>
/// <param name="Png">The bytes of the PNG.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
public sealed record MapPicture(string Svg, byte[] Png, int Width, int Height)
{
    /// <summary>The picture of an SVG that one of our maps wrote.</summary>
    public static MapPicture Of(string svg)
    {
        var canvas = SvgRaster.Of(svg);
        return new MapPicture(svg, Png24.Of(canvas), canvas.Width, canvas.Height);
    }
}
