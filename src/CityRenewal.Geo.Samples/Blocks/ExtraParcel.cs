namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>A parcel of a block that does not help to tile it.</summary>
internal enum ExtraParcel : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Lies in the hole of another, as a substation in a yard.</summary>
    Enclosed,

    /// <summary>A right above other parcels, as a deck over a depot.</summary>
    Above,

    /// <summary>A right under other parcels, as a car park.</summary>
    Underground,
}
