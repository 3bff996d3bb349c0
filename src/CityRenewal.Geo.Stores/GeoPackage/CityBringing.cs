using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// Brings layers into a city file as its next version when they and the layers that stay are one city: that is tried before
/// anything is written.
/// </summary>
public static class CityBringing
{
    /// <summary>Brings the layers.</summary>
    /// <returns>The city as it has become, and the versions that were made.</returns>
    /// <exception cref="StoreException">The layers lie elsewhere than the city.</exception>
    /// <exception cref="UnusableLayersException">With these layers it would be no city.</exception>
    public static (AssembledCity City, IReadOnlyList<LayerVersion> Made) Of(
        string path, IReadOnlyList<SourceLayer> layers, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var city = CityFile.Settings(path);
        if (city.Plane is { } plane && PlaneFit.Problems(plane, layers) is { Count: > 0 } elsewhere)
        {
            throw new StoreException(
                path, $"{string.Join("; ", elsewhere)}: the working plane of the city would have to change, and with it every area.",
                "Check the reference system, or make another city of these layers.");
        }

        var names = layers.Select(layer => layer.Name).ToHashSet();
        var staying = CityFile.ReadLayers(path, progress, cancel).Where(layer => !names.Contains(layer.Name));
        var settings = new AssemblyOptions { Name = city.Name, BaselineYear = city.BaselineYear, Plane = city.Plane };
        var assembled = CityAssembly.From([.. layers, .. staying], settings, progress, cancel);
        return (assembled, CityFile.Update(path, layers, patience: null, progress, cancel));
    }
}
