namespace CityRenewal.Geo.Delineation;

/// <summary>Nodes that one area takes whole or not at all, and that are no one piece of land by themselves.</summary>
/// <param name="Nodes">Two nodes or more of one problem, ascending.</param>
/// <param name="Price">
/// What leaving out a unit of it costs where an area holds a part, m² of benefit; infinite where the set is never split.
/// </param>
internal sealed record NodeSet(int[] Nodes, double Price)
{
    /// <summary>What each node costs that is left out, m² of benefit; empty where the set is never split.</summary>
    public double[] Costs { get; init; } = [];

    /// <summary>What the parcels of the set cost that may be in no area and are left out by every area, m² of benefit.</summary>
    public double Elsewhere { get; init; }
}
