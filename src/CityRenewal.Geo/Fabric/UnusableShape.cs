namespace CityRenewal.Geo.Fabric;

/// <summary>A surface parcel that has no face in the fabric, and why.</summary>
/// <param name="Parcel">Row of the parcel.</param>
/// <param name="Reason">What is wrong with it.</param>
public readonly record struct UnusableShape(int Parcel, UnusableReason Reason);

/// <summary>Why a parcel has no face in the fabric.</summary>
public enum UnusableReason : byte
{
    /// <summary>Its shape was missing, or no ring of it could be read.</summary>
    NoShape = 0,

    /// <summary>Its rings enclose nothing.</summary>
    NoArea = 1,

    /// <summary>It is narrower than the snapping tolerance, so that nothing of it is left.</summary>
    SnappedAway = 2,
}
