namespace CityRenewal.Geo.Shapes;

/// <summary>The figure of the earth that a reference system is on. Lengths in metres, angles in radians.</summary>
/// <param name="SemiMajorAxis">Equatorial radius, metres.</param>
/// <param name="InverseFlattening">1 / f.</param>
public readonly record struct Ellipsoid(double SemiMajorAxis, double InverseFlattening)
{
    /// <summary>GRS80, which CGCS2000 and RGF93 are on.</summary>
    public static readonly Ellipsoid Grs80 = new(6_378_137, 298.257222101);

    /// <summary>WGS 84.</summary>
    public static readonly Ellipsoid Wgs84 = new(6_378_137, 298.257223563);

    /// <summary>IAG 1975, which Xian 1980 is on.</summary>
    public static readonly Ellipsoid Iag1975 = new(6_378_140, 298.257);

    /// <summary>Krassovsky 1940, which Beijing 1954 is on.</summary>
    public static readonly Ellipsoid Krassovsky = new(6_378_245, 298.3);

    /// <summary>f = (a − b) / a.</summary>
    public double Flattening => 1 / InverseFlattening;

    /// <summary>b, metres.</summary>
    public double SemiMinorAxis => SemiMajorAxis * (1 - Flattening);

    /// <summary>First eccentricity squared.</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    /// <summary>Radius of curvature along the meridian (M), metres.</summary>
    public double MeridianRadius(double latitude)
    {
        var w2 = OneMinusSine(latitude);
        return SemiMajorAxis * (1 - EccentricitySquared) / (w2 * Math.Sqrt(w2));
    }

    /// <summary>Radius of the parallel (N cos φ), metres.</summary>
    public double ParallelRadius(double latitude) =>
        SemiMajorAxis * Math.Cos(latitude) / Math.Sqrt(OneMinusSine(latitude));

    /// <summary>
    /// Area between the equator and a parallel per radian of longitude, m². After Snyder (1987), equation 3-12.
    /// </summary>
    public double AreaToEquator(double latitude)
    {
        var sine = Math.Sin(latitude);
        var e2 = EccentricitySquared;
        var e = Math.Sqrt(e2);
        return 0.5 * SemiMajorAxis * SemiMajorAxis * (1 - e2)
            * ((sine / (1 - (e2 * sine * sine))) + (Math.Atanh(e * sine) / e));
    }

    private double OneMinusSine(double latitude)
    {
        var sine = Math.Sin(latitude);
        return 1 - (EccentricitySquared * sine * sine);
    }
}
