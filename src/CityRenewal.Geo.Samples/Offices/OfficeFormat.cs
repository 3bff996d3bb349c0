namespace CityRenewal.Geo.Samples.Offices;

/// <summary>The kind of file that an office hands over.</summary>
public enum OfficeFormat
{
    /// <summary>A Shapefile.</summary>
    Shapefile = 0,

    /// <summary>Several Shapefiles in one zip.</summary>
    ZipOfShapefiles,

    /// <summary>GeoJSON.</summary>
    GeoJson,

    /// <summary>A GeoPackage.</summary>
    GeoPackage,
}
