namespace CityRenewal.Geo.Comparison;

/// <summary>What became of areas from one version to the other.</summary>
public enum GroupKind
{
    /// <summary>One area on the same land.</summary>
    SameLand = 0,

    /// <summary>One area with land added or taken away.</summary>
    Changed = 1,

    /// <summary>One area became several.</summary>
    Split = 2,

    /// <summary>Several areas became one.</summary>
    Merged = 3,

    /// <summary>Several areas became several others.</summary>
    Regrouped = 4,

    /// <summary>An area that is no more.</summary>
    Gone = 5,

    /// <summary>An area that was not there.</summary>
    New = 6,
}
