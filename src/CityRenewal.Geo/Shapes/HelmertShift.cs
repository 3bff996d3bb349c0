namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Seven parameters between two datums, for small angles: the linear form that surveys in China and PROJ use. Given by the
/// user; never stored.
/// </summary>
/// <param name="TranslationX">Metres, and so for Y and Z.</param>
/// <param name="TranslationY">Metres.</param>
/// <param name="TranslationZ">Metres.</param>
/// <param name="RotationX">Radians of a turn of the position vector; of a turn of the frame, its negative.</param>
/// <param name="RotationY">Radians.</param>
/// <param name="RotationZ">Radians.</param>
/// <param name="Scale">What is added to one: 1e-6 for 1 ppm.</param>
public sealed record HelmertShift(
    double TranslationX, double TranslationY, double TranslationZ, double RotationX, double RotationY, double RotationZ, double Scale)
{
    /// <summary>Takes longitude and latitude (degrees, at height 0) on one ellipsoid to those on another.</summary>
    public (double Longitude, double Latitude) Apply(double longitude, double latitude, Ellipsoid from, Ellipsoid to)
    {
        double sine = Math.Sin(double.DegreesToRadians(latitude)), cosine = Math.Cos(double.DegreesToRadians(latitude));
        var normal = from.SemiMajorAxis / Math.Sqrt(1 - (from.EccentricitySquared * sine * sine));
        var (sineLon, cosineLon) = Math.SinCos(double.DegreesToRadians(longitude));
        double x = normal * cosine * cosineLon, y = normal * cosine * sineLon, z = normal * (1 - from.EccentricitySquared) * sine;
        return ToLonLat(
            TranslationX + ((1 + Scale) * (x - (RotationZ * y) + (RotationY * z))),
            TranslationY + ((1 + Scale) * ((RotationZ * x) + y - (RotationX * z))),
            TranslationZ + ((1 + Scale) * (-(RotationY * x) + (RotationX * y) + z)),
            to);
    }

    // After Bowring (1985), with one more round: far below a micrometre at any height a datum shift can lead to.
    private static (double Longitude, double Latitude) ToLonLat(double x, double y, double z, Ellipsoid ellipsoid)
    {
        double axis = ellipsoid.SemiMajorAxis, minor = ellipsoid.SemiMinorAxis, e2 = ellipsoid.EccentricitySquared;
        var second = e2 / (1 - e2);
        var distance = Math.Sqrt((x * x) + (y * y));
        var reduced = Math.Atan2(z * axis, distance * minor);
        var latitude = 0.0;
        for (var round = 0; round < 2; round++)
        {
            var (sine, cosine) = Math.SinCos(reduced);
            latitude = Math.Atan2(z + (second * minor * sine * sine * sine), distance - (e2 * axis * cosine * cosine * cosine));
            reduced = Math.Atan2(minor * Math.Sin(latitude), axis * Math.Cos(latitude));
        }

        return (double.RadiansToDegrees(Math.Atan2(y, x)), double.RadiansToDegrees(latitude));
    }
}
