using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Editing;

/// <summary>What a split changes of the land.</summary>
/// <param name="Box">The box around all borders that came or went.</param>
/// <param name="Parts">Rows of the parts.</param>
/// <param name="Rows">The parcels of which anything may be other than before, ascending: the parts, those who see them, those that share a building with them.</param>
/// <param name="Faces">The faces that came.</param>
internal sealed record LandChange(GridBox Box, int[] Parts, int[] Rows, IReadOnlyList<int> Faces);
