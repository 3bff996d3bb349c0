using System.Globalization;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>One sign of a legend: a piece drawn as the map draws it, and what it means in Chinese and English.</summary>
/// <param name="Label">The words.</param>
/// <param name="Png">The piece.</param>
/// <param name="Width">Its width, pixels.</param>
/// <param name="Height">Its height, pixels.</param>
public sealed record MapSwatch(string Label, byte[] Png, int Width, int Height)
{
    private const int Across = 42;
    private const int Down = 20;
    private const int Rim = 3;

    /// <summary>The swatch of a sign.</summary>
    internal static MapSwatch Of(MapSign sign)
    {
        var svg = string.Create(
            CultureInfo.InvariantCulture,
            $"<svg width=\"{Across}\" height=\"{Down}\"><path d=\"M{Rim} {Rim}h{Across - (2 * Rim)}v{Down - (2 * Rim)}h-{Across - (2 * Rim)}z\" {sign.Attributes}/></svg>");
        return new MapSwatch(sign.Label, Png24.Of(SvgRaster.Of(svg)), Across, Down);
    }
}
