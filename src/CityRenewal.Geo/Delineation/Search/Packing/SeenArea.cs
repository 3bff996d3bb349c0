namespace CityRenewal.Geo.Delineation;

/// <summary>An area that a search has seen: it holds together and breaks no limit of areas.</summary>
/// <param name="Nodes">Parcels' nodes of the unit, ascending.</param>
/// <param name="Value">What it is worth by itself, m², at the benefits of the search that saw it.</param>
internal sealed record SeenArea(int[] Nodes, double Value);
