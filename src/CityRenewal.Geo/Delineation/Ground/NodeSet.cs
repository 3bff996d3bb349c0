namespace CityRenewal.Geo.Delineation;

/// <summary>Nodes that one area takes whole or not at all, and that are no one piece of land by themselves.</summary>
/// <param name="Nodes">Two nodes or more of one problem, ascending.</param>
/// <param name="Price">
/// What each m² that is left out costs where an area holds a part, m² of benefit; infinite where the set is never split.
/// </param>
internal sealed record NodeSet(int[] Nodes, double Price);
