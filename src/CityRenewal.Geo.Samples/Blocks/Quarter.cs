namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>What kind of town a block belongs to; decides the size of its parcels and everything that stands on them.</summary>
internal enum Quarter : byte
{
    /// <summary>Old quarter: dense, low, worn.</summary>
    OldTown,

    /// <summary>Estates of six to nine storeys without lifts, 1982-2003.</summary>
    WalkUps,

    /// <summary>Tower estates since 2000.</summary>
    Towers,

    /// <summary>Shops and offices.</summary>
    Commerce,

    /// <summary>Works and stores, many of them of the planned economy.</summary>
    Industry,

    /// <summary>Schools, hospitals, offices of the administration.</summary>
    Campus,

    /// <summary>Parks and squares.</summary>
    Park,

    /// <summary>Wooded slopes without buildings.</summary>
    Slope,

    /// <summary>Village inside or beside the town.</summary>
    Village,

    /// <summary>Fields.</summary>
    Farmland,
}
