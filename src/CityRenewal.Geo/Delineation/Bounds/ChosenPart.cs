namespace CityRenewal.Geo.Delineation;

/// <summary>A contiguous part of a set that a cut chose.</summary>
/// <param name="First">The lowest node of it.</param>
/// <param name="Parcels">Its parcels' nodes, ascending.</param>
/// <param name="Worth">What it is worth without any price of reach, m².</param>
internal sealed record ChosenPart(int First, int[] Parcels, double Worth);
