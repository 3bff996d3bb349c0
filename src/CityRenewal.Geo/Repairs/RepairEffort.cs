namespace CityRenewal.Geo.Repairs;

/// <summary>How much a repair may try. Work is counted in parcels that were judged, so that it does not depend on the clock.</summary>
public sealed record RepairEffort
{
    /// <summary>Effort that answers for one area within about a second.</summary>
    public static readonly RepairEffort Default = new();

    /// <summary>Parcels of areas judged while a good change is sought.</summary>
    public long ToFind { get; init; } = 40_000;

    /// <summary>Parcels of areas judged while it is tried whether a smaller change would do.</summary>
    public long ToProve { get; init; } = 60_000;

    /// <summary>States that are followed side by side while a good change is sought.</summary>
    public int Width { get; init; } = 6;

    /// <summary>Steps that one of them may take.</summary>
    public int Depth { get; init; } = 30;

    /// <summary>Changes that are tried from one state.</summary>
    public int MovesOfState { get; init; } = 60;
}
