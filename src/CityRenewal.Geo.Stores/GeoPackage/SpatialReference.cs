namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>A reference system as a GeoPackage names it.</summary>
/// <param name="Organization">EPSG, NONE, IGNF, …; as written in the file.</param>
/// <param name="Code">The organization's number for it.</param>
/// <param name="Definition">Well-known text, or "undefined".</param>
public sealed record SpatialReference(string Organization, int Code, string Definition)
{
    /// <summary>The EPSG code, or 0 where the organization is another one or the system is undefined.</summary>
    public int Epsg => string.Equals(Organization, "EPSG", StringComparison.OrdinalIgnoreCase) ? Code : 0;
}
