using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Puts a fabric together, stage by stage.</summary>
internal static class FabricAssembly
{
    public static LandFabric From(
        City city, FabricOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        throw new NotSupportedException("The fabric's stages land next.");
}
