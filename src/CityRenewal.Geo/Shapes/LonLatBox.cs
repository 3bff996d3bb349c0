namespace CityRenewal.Geo.Shapes;

/// <summary>A box in degrees, for example the area of use of a reference system.</summary>
public readonly record struct LonLatBox(double MinLon, double MinLat, double MaxLon, double MaxLat)
{
    /// <summary>The whole earth.</summary>
    public static readonly LonLatBox World = new(-180, -90, 180, 90);

    /// <summary>Whether a point lies in the box or on its border.</summary>
    public bool Contains(double longitude, double latitude) =>
        longitude >= MinLon && longitude <= MaxLon && latitude >= MinLat && latitude <= MaxLat;

    /// <summary>A box with so many degrees more on every side.</summary>
    public LonLatBox Widened(double degrees) => new(MinLon - degrees, MinLat - degrees, MaxLon + degrees, MaxLat + degrees);
}
