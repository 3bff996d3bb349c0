namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Taylor series of an ellipsoid's radii and areas around a latitude, for differences up to 10⁻³ radian (6 km): the
/// relative error stays below 10⁻⁹.
/// </summary>
internal readonly struct LatitudeSeries
{
    private readonly double _sine;
    private readonly double _cosine;
    private readonly double _meridian;
    private readonly double _meridianSlope;
    private readonly double _parallel;
    private readonly double _area1;
    private readonly double _area2;
    private readonly double _area3;

    /// <param name="ellipsoid">The ellipsoid.</param>
    /// <param name="latitude">The latitude that differences count from, radians.</param>
    public LatitudeSeries(Ellipsoid ellipsoid, double latitude)
    {
        (_sine, _cosine) = Math.SinCos(latitude);
        var e2 = ellipsoid.EccentricitySquared;
        var w2 = 1 - (e2 * _sine * _sine);
        var w = Math.Sqrt(w2);
        _meridian = ellipsoid.SemiMajorAxis * (1 - e2) / (w2 * w);
        _meridianSlope = 3 * e2 * _sine * _cosine * _meridian / w2;
        _parallel = ellipsoid.SemiMajorAxis * _cosine / w;
        // Area per radian of longitude has slope M r; the third term may do with the sphere's.
        _area1 = _meridian * _parallel;
        _area2 = 0.5 * _meridian * ellipsoid.SemiMajorAxis * _sine / (w * w2) * ((4 * e2 * _cosine * _cosine) - w2);
        _area3 = -_area1 / 6;
    }

    /// <summary>Area between the latitude and one that lies <paramref name="difference"/> north, per radian of longitude, m².</summary>
    public double AreaAbove(double difference) => difference * (_area1 + (difference * (_area2 + (difference * _area3))));

    /// <summary>Radius along the meridian, metres.</summary>
    public double MeridianRadius(double difference) => _meridian + (_meridianSlope * difference);

    /// <summary>Radius of the parallel, metres.</summary>
    public double ParallelRadius(double difference) =>
        _parallel - (_meridian * difference * (_sine + (0.5 * _cosine * difference)));

    /// <summary>Sine of the latitude.</summary>
    public double Sine(double difference) => _sine + (_cosine * difference);
}
