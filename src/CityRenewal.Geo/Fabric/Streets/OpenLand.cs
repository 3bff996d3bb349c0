namespace CityRenewal.Geo.Fabric;

/// <summary>Which faces of an arrangement are open land, and what is known about the others.</summary>
internal sealed class OpenLand
{
    /// <summary>Per face whether it is open land to be cut into strips.</summary>
    public required bool[] IsOpen { get; init; }

    /// <summary>Per face whether it is open land that the street network does not reach.</summary>
    public required bool[] IsVoid { get; init; }

    /// <summary>Per face the parcel it belongs to, -1 for none.</summary>
    public required int[] FaceParcel { get; init; }

    /// <summary>Widest gap that counts as a street, grid units.</summary>
    public required double StreetWidth { get; init; }

    /// <summary>Whether the study area is assumed: then wide land belongs to it only where parcels enclose it.</summary>
    public required bool IsAssumed { get; init; }
}
