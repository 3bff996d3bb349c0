using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Roughly how many metres one unit of a layer's coordinates is: good enough for thresholds, never for results.</summary>
internal static class LayerScale
{
    private const double MetresPerDegree = 111_320;

    /// <summary>Metres per unit east and north; 1 unless the coordinates are degrees.</summary>
    public static (double X, double Y) Of(SourceLayer layer)
    {
        var shapes = layer.Shapes;
        for (var i = 0; i < shapes.X.Length; i++)
        {
            if (double.IsFinite(shapes.X[i]) && double.IsFinite(shapes.Y[i]))
            {
                return layer.Epsg is 4490 or 4326
                    ? (MetresPerDegree * Math.Cos(Math.Clamp(shapes.Y[i], -89, 89) * Math.PI / 180), MetresPerDegree)
                    : (1, 1);
            }
        }

        return (1, 1);
    }
}
