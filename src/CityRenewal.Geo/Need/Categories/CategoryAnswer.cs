namespace CityRenewal.Geo.Need;

/// <summary>Whether a parcel carries a label. In this order the answer to "all of" is the least, and to "any of" the greatest.</summary>
public enum CategoryAnswer : byte
{
    /// <summary>It does not.</summary>
    No = 0,

    /// <summary>The evidence that would tell is missing: neither yes nor no.</summary>
    Unknown = 1,

    /// <summary>It does.</summary>
    Yes = 2,
}
