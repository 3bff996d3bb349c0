namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Shortest lines on the ellipsoid after Vincenty (1975), within a tenth of a millimetre up to some thousand kilometres.
/// Angles in radians, lengths in metres. Near-antipodal points have no answer here: NaN.
/// </summary>
internal static class Geodesic
{
    private const int MostRounds = 100;
    private const double Converged = 1e-13;

    /// <summary>Length and first azimuth of the shortest line between two points.</summary>
    public static (double Length, double Azimuth) Between(
        Ellipsoid ellipsoid, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var f = ellipsoid.Flattening;
        var u1 = ReducedLatitude(from.Lat, f);
        var u2 = ReducedLatitude(to.Lat, f);
        var difference = to.Lon - from.Lon;
        var lambda = difference;
        for (var round = 0; round < MostRounds; round++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var east = u2.Cos * sinLambda;
            var north = (u1.Cos * u2.Sin) - (u1.Sin * u2.Cos * cosLambda);
            var sinSigma = Math.Sqrt((east * east) + (north * north));
            if (sinSigma == 0)
            {
                return (0, 0);
            }

            var cosSigma = (u1.Sin * u2.Sin) + (u1.Cos * u2.Cos * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = u1.Cos * u2.Cos * sinLambda / sinSigma;
            var cosSquared = 1 - (sinAlpha * sinAlpha);
            var cosMiddle = cosSquared == 0 ? 0 : cosSigma - (2 * u1.Sin * u2.Sin / cosSquared);
            var before = lambda;
            lambda = difference + LongitudeExcess(f, sinAlpha, sigma, cosMiddle);
            if (Math.Abs(lambda - before) < Converged)
            {
                return (Length(ellipsoid, cosSquared, sigma, cosMiddle), Math.Atan2(east, north));
            }
        }

        return (double.NaN, double.NaN);
    }

    /// <summary>Where the shortest line of that azimuth and length ends.</summary>
    public static (double Lon, double Lat) End(
        Ellipsoid ellipsoid, (double Lon, double Lat) from, double azimuth, double length)
    {
        var f = ellipsoid.Flattening;
        var u1 = ReducedLatitude(from.Lat, f);
        var (sinAzimuth, cosAzimuth) = Math.SinCos(azimuth);
        var sigma1 = Math.Atan2(u1.Sin, u1.Cos * cosAzimuth);
        var sinAlpha = u1.Cos * sinAzimuth;
        var cosSquared = 1 - (sinAlpha * sinAlpha);
        var (a, b) = Series(ellipsoid, cosSquared);
        var first = length / (ellipsoid.SemiMinorAxis * a);
        var sigma = first;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = sigma;
            sigma = first + Excess(b, sigma, Math.Cos((2 * sigma1) + sigma));
            if (Math.Abs(sigma - before) < Converged)
            {
                break;
            }
        }

        var (sinSigma, cosSigma) = Math.SinCos(sigma);
        var across = (u1.Sin * sinSigma) - (u1.Cos * cosSigma * cosAzimuth);
        var latitude = Math.Atan2(
            (u1.Sin * cosSigma) + (u1.Cos * sinSigma * cosAzimuth),
            (1 - f) * Math.Sqrt((sinAlpha * sinAlpha) + (across * across)));
        var lambda = Math.Atan2(sinSigma * sinAzimuth, (u1.Cos * cosSigma) - (u1.Sin * sinSigma * cosAzimuth));
        return (from.Lon + lambda - LongitudeExcess(f, sinAlpha, sigma, Math.Cos((2 * sigma1) + sigma)), latitude);
    }

    private static (double Sin, double Cos) ReducedLatitude(double latitude, double flattening) =>
        Math.SinCos(Math.Atan((1 - flattening) * Math.Tan(latitude)));

    private static double LongitudeExcess(double f, double sinAlpha, double sigma, double cosMiddle)
    {
        var cosSquared = 1 - (sinAlpha * sinAlpha);
        var c = f / 16 * cosSquared * (4 + (f * (4 - (3 * cosSquared))));
        return (1 - c) * f * sinAlpha * (sigma + (c * Math.Sin(sigma)
            * (cosMiddle + (c * Math.Cos(sigma) * ((2 * cosMiddle * cosMiddle) - 1)))));
    }

    private static double Length(Ellipsoid ellipsoid, double cosSquared, double sigma, double cosMiddle)
    {
        var (a, b) = Series(ellipsoid, cosSquared);
        return ellipsoid.SemiMinorAxis * a * (sigma - Excess(b, sigma, cosMiddle));
    }

    private static (double A, double B) Series(Ellipsoid ellipsoid, double cosSquared)
    {
        var ratio = ellipsoid.SemiMajorAxis / ellipsoid.SemiMinorAxis;
        var u2 = cosSquared * ((ratio * ratio) - 1);
        return (
            1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2))))))),
            u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2)))))));
    }

    private static double Excess(double b, double sigma, double cosMiddle)
    {
        var (sinSigma, cosSigma) = Math.SinCos(sigma);
        var square = cosMiddle * cosMiddle;
        return b * sinSigma * (cosMiddle + (b / 4 * ((cosSigma * ((2 * square) - 1))
            - (b / 6 * cosMiddle * ((4 * sinSigma * sinSigma) - 3) * ((4 * square) - 3)))));
    }
}
