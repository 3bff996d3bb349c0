namespace CityRenewal.Geo.Contiguity;

/// <summary>What one parcel sees of one neighbour, whole grid units; later what both agree on.</summary>
internal struct SeenRow
{
    public int Parcel;
    public int Shared;
    public int Facing;
    public int Behind;
    public byte Barrier;
    public bool IsKept;
}
