namespace CityRenewal.Geo.Compliance;

/// <summary>What became of a finding since an opinion on it was written.</summary>
public enum FindingSince
{
    /// <summary>It is as it was.</summary>
    Same = 0,

    /// <summary>Its verdict, numbers or evidence are others.</summary>
    Changed = 1,

    /// <summary>The plan has no such finding any more.</summary>
    Gone = 2,
}
