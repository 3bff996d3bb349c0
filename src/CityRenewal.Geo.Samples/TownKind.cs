namespace CityRenewal.Geo.Samples;

/// <summary>What kind of town a sample is.</summary>
public enum TownKind
{
    /// <summary>A district of a large city on hills, with registers that know most things.</summary>
    District = 0,

    /// <summary>A county town 县城 in a gorge: a strip along the river below steep slopes, of which the registers know little.</summary>
    CountyTown,
}
