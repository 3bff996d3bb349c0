namespace CityRenewal.Geo.Land;

/// <summary>Where a floor area comes from; decides the interval around every ratio made of it.</summary>
public enum FloorAreaOrigin : byte
{
    /// <summary>No floor area can be told: neither given nor storeys known.</summary>
    Unknown = 0,

    /// <summary>Surveyed: taken as exact.</summary>
    Surveyed = 1,

    /// <summary>Registered: ± 2 %.</summary>
    Registered = 2,

    /// <summary>Storeys × footprint: ± 15 %.</summary>
    StoreysTimesFootprint = 3,
}
