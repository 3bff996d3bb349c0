namespace CityRenewal.Geo.Fabric;

/// <summary>A numbered point of a triangulation, with its coordinates beside it so that sorting stays in one place in memory.</summary>
internal readonly record struct GridPoint(int X, int Y, int Number)
{
    /// <summary>Grows from west to east, of equal X from south to north.</summary>
    public long Eastwards => ((long)X << 32) | ((uint)Y ^ 0x80000000u);

    /// <summary>Grows from south to north, of equal Y from east to west.</summary>
    public long Northwards => ((long)Y << 32) | ((uint)~X ^ 0x80000000u);
}
