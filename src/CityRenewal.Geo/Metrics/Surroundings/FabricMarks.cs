namespace CityRenewal.Geo.Metrics;

/// <summary>One byte for each face and parcel of a city, so that membership is one look. Rented for one area, handed back clean.</summary>
internal sealed class FabricMarks(int faces, int parcels)
{
    /// <summary>The face is in the group.</summary>
    public const byte In = 1;

    /// <summary>The face comes or goes with the parcel that is looked at.</summary>
    public const byte Moving = 2;

    /// <summary>The face was reached.</summary>
    public const byte Seen = 4;

    /// <summary>Marks of the faces.</summary>
    public byte[] Faces { get; } = new byte[faces];

    /// <summary>Whether a parcel is in the group.</summary>
    public bool[] Parcels { get; } = new bool[parcels];
}
