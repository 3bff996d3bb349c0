using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// The land of one block up to the middle of the streets around it. Regions tile the drawing board; the block inside
/// is what streets leave, and is divided into parcels.
/// </summary>
internal sealed class Region
{
    /// <summary>Place of the cell in the net.</summary>
    public required (int I, int J) Cell { get; init; }

    /// <summary>Number of the region in its cell.</summary>
    public required int Index { get; init; }

    /// <summary>Which half of its cell the region lies in.</summary>
    public required int Half { get; init; }

    /// <summary>Corners up to the middle of the streets, anticlockwise, with the corners of neighbours in the same cell.</summary>
    public required Spot[] Corners { get; init; }

    /// <summary>Per side the side of the cell that it lies on (0 south, 1 east, 2 north, 3 west), else -1.</summary>
    public required int[] CellSides { get; init; }

    /// <summary>Per side half the width of its street, metres.</summary>
    public required double[] HalfWidths { get; init; }

    /// <summary>What streets leave of the region; empty for a traffic island.</summary>
    public required Ring Block { get; init; }

    /// <summary>The kind of town.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>Distance from the middle of the cell's old quarter in its radii; infinite where there is none.</summary>
    public required double OldTownDistance { get; init; }

    /// <summary>Whether the cell's old quarter is a historic district.</summary>
    public required bool IsHistoric { get; init; }

    /// <summary>How young the newer town is here, about 0, within ± 1.</summary>
    public required double Youth { get; init; }

    /// <summary>Distance from the middle of the city in city radii: the city takes its regions in this order.</summary>
    public required double Remoteness { get; init; }

    /// <summary>Parcels that tile the block.</summary>
    public required int Faces { get; set; }

    /// <summary>Further parcels: one inside another, or rights above or under others.</summary>
    public required ExtraParcel Extra { get; set; }

    /// <summary>All parcels.</summary>
    public int Parcels => Faces + (Extra == ExtraParcel.None ? 0 : 1);
}
