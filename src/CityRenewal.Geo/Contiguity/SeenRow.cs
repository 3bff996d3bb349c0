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

    /// <summary>What a parcel sees of a neighbour. Lengths are rounded down, so that they never outgrow a perimeter.</summary>
    public static SeenRow Of(in Neighbour neighbour) => new()
    {
        Parcel = neighbour.Parcel,
        Shared = (int)neighbour.Shared,
        Facing = (int)neighbour.Facing,
        Behind = (int)neighbour.Behind,
        Barrier = neighbour.Barrier,
    };
}
