namespace CityRenewal.Geo.Fabric;

/// <summary>What neighbouring triangles must share to form one strip or junction.</summary>
/// <param name="SideA">Smaller row of the parcels on both sides; -1 where a side is no parcel.</param>
/// <param name="SideB">Larger row; equal to SideA where one parcel lies on both sides.</param>
/// <param name="IsNarrow">Whether the land there is no wider than a street.</param>
internal readonly record struct StripKey(int SideA, int SideB, bool IsNarrow)
{
    private const int JunctionSide = -2;
    private const int BeyondSide = -3;

    /// <summary>Open land without a front of its own.</summary>
    public static StripKey Junction(bool isNarrow) => new(JunctionSide, JunctionSide, isNarrow);

    /// <summary>Land that an assumed study area leaves out.</summary>
    public static readonly StripKey Beyond = new(BeyondSide, BeyondSide, false);

    public static StripKey Between(int a, int b, bool isNarrow) => new(Math.Min(a, b), Math.Max(a, b), isNarrow);

    public bool IsJunction => SideA == JunctionSide;

    public bool IsBeyond => SideA == BeyondSide;
}
