namespace CityRenewal.Geo.Compliance;

/// <summary>An attribute whose values are words.</summary>
public enum WordAttribute
{
    /// <summary>Use of a building.</summary>
    Use = 0,

    /// <summary>Structure of a building.</summary>
    Structure = 1,

    /// <summary>Land use of a parcel.</summary>
    LandUse = 2,
}
