using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Metres of a degree at a latitude: good for some kilometres around, and for finding things only.</summary>
internal static class LocalMetres
{
    public static (double PerLongitude, double PerLatitude) At(double latitude)
    {
        var radians = double.DegreesToRadians(latitude);
        return (double.DegreesToRadians(Ellipsoid.Grs80.ParallelRadius(radians)), double.DegreesToRadians(Ellipsoid.Grs80.MeridianRadius(radians)));
    }
}
