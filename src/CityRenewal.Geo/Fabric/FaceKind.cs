namespace CityRenewal.Geo.Fabric;

/// <summary>What a face of the land fabric is.</summary>
public enum FaceKind : byte
{
    /// <summary>Outside the study area, and no parcel.</summary>
    Outside = 0,

    /// <summary>Covered by exactly one surface parcel.</summary>
    Parcel = 1,

    /// <summary>Covered by several surface parcels; it counts for the one with the smallest id.</summary>
    Overlap = 2,

    /// <summary>Open land of the street network: a strip between facing parcels, or a junction.</summary>
    Street = 3,

    /// <summary>Open land enclosed by parcels that the street network does not reach: courtyards, gaps.</summary>
    Void = 4,

    /// <summary>Water surface outside parcels.</summary>
    Water = 5,
}
