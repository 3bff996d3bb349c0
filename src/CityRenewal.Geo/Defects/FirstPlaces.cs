using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Longitude and latitude of the first vertex of every feature of a layer; NaN where it has none. Made once, asked for by every other layer.</summary>
internal sealed class FirstPlaces
{
    private const double LongestDegree = 112_000;
    private const double LargestScale = 1.4;

    private readonly double _perUnit;

    /// <summary>The places of a layer's features.</summary>
    public FirstPlaces(SourceLayer layer)
    {
        Layer = layer;
        _perUnit = ReferenceSystems.Find(layer.Epsg).IsGeographic ? LongestDegree : LargestScale;
        var shapes = layer.Shapes;
        double[] x = new double[shapes.Count], y = new double[shapes.Count];
        (Longitude, Latitude) = (new double[shapes.Count], new double[shapes.Count]);
        for (var row = 0; row < shapes.Count; row++)
        {
            int start = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
            (x[row], y[row]) = start < end ? (shapes.X[start], shapes.Y[start]) : (double.NaN, double.NaN);
        }

        LonLat.From(layer.Epsg).Of(x, y, Longitude, Latitude);
    }

    /// <summary>The layer.</summary>
    public SourceLayer Layer { get; }

    /// <summary>Degrees, by row.</summary>
    public double[] Longitude { get; }

    /// <summary>Degrees, by row.</summary>
    public double[] Latitude { get; }

    /// <summary>No less than how far a feature reaches from its first vertex in metres, roughly; a ground scale of up to 1.4 is allowed for.</summary>
    public double SizeOf(int row)
    {
        var box = RowBox.Of(Layer.Shapes, row);
        return Math.Max((box.MaxX - box.MinX) * _perUnit, (box.MaxY - box.MinY) * _perUnit);
    }
}
