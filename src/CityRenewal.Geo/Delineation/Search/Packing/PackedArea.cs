namespace CityRenewal.Geo.Delineation;

/// <summary>An area to choose from.</summary>
/// <param name="Nodes">City-wide nodes of its parcels; areas that share one exclude each other.</param>
/// <param name="Value">What it is worth, m².</param>
/// <param name="Takes">What it takes of each row of <see cref="GlobalLimits"/>.</param>
/// <param name="Locked">Nodes in it that have to be in an area.</param>
/// <param name="IsBroken">Whether it breaks a limit of areas.</param>
internal sealed record PackedArea(int[] Nodes, double Value, long[] Takes, int Locked, bool IsBroken);
