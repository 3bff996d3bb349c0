namespace CityRenewal.Geo.Contiguity;

/// <summary>What one parcel sees of one neighbour, grid units.</summary>
internal struct Neighbour
{
    public int Parcel;
    public double Shared;
    public double Facing;

    /// <summary>Part of shared and facing that lies behind a barrier.</summary>
    public double Behind;

    /// <summary>The barrier behind which most of it lies.</summary>
    public byte Barrier;

    /// <summary>Part that lies behind that barrier.</summary>
    public double BehindBarrier;
}
