namespace CityRenewal.Geo.Overlay;

/// <summary>What a grid cell knows of the zones, as bits; the bits of several cells may be joined with "or".</summary>
[Flags]
internal enum CellClass : byte
{
    /// <summary>No zone reaches into the cell.</summary>
    Outside = 0,

    /// <summary>A zone covers the cell (for a boundary cell: its lower left corner).</summary>
    Inside = 1,

    /// <summary>An edge of a zone may pass through the cell.</summary>
    Boundary = 2,

    /// <summary>Two zones of a union may lie upon each other in the cell, so areas of single zones must not be added there.</summary>
    Stacked = 4,
}
