using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Plans;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads back which parcels the areas of a plan file have.</summary>
public static class PlanAreas
{
    /// <summary>Whether a file is a plan: has areas with their parcels.</summary>
    public static bool IsPlan(string path) =>
        path.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase) && File.Exists(path)
        && GeoPackageReader.Layers(path).Any(layer => layer.Name == PlanLayers.AreaParcels);

    /// <summary>The areas in the order of the file.</summary>
    /// <exception cref="StoreException">The file is no plan.</exception>
    public static IReadOnlyList<ExistingArea> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(path, "There is no such file.", "Give the GeoPackage of a plan.");
        }

        if (!IsPlan(path))
        {
            throw new StoreException(path, "This is no plan: it has no layer area_parcels.", "Give a GeoPackage that `renewal propose` wrote.");
        }

        var columns = GeoPackageReader.Read(path, PlanLayers.AreaParcels).Layer.Columns;
        var areas = Column(path, columns, "area_id");
        var parcels = Column(path, columns, "parcel_id");
        return
        [
            .. Enumerable.Range(0, areas.Count).GroupBy(row => areas[row], StringComparer.Ordinal)
                .Select(area => new ExistingArea(area.Key, [.. area.Select(row => parcels[row])])),
        ];
    }

    private static TextColumn Column(string path, IReadOnlyList<SourceColumn> columns, string name) =>
        columns.OfType<TextSource>().FirstOrDefault(column => column.Name == name)?.Values
        ?? throw new StoreException(path, $"Its layer {PlanLayers.AreaParcels} has no text column {name}.", "Give a GeoPackage that `renewal propose` wrote.");
}
