namespace CityRenewal.Geo.Land;

/// <summary>Whether a certified dangerous building has repair or retention value: only "none" can exempt its demolition.</summary>
public enum RepairValue : byte
{
    /// <summary>Not said: an exemption is not evidenced.</summary>
    Unknown = 0,

    /// <summary>Has repair or retention value.</summary>
    Some = 1,

    /// <summary>Certified to have none.</summary>
    None = 2,
}
