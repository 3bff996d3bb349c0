using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>A fabric in which a few faces are others than before; all other faces, half-edges and vertices kept their numbers.</summary>
/// <param name="Fabric">The fabric.</param>
/// <param name="Faces">The faces that are new or others than before, ascending.</param>
/// <param name="Changed">The box around what they and those before them cover.</param>
internal sealed record PatchedFabric(LandFabric Fabric, IReadOnlyList<int> Faces, GridBox Changed);
