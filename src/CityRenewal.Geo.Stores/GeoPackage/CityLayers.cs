using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Checks layers before anything is written, and puts them in the order of every table and output.</summary>
internal static class CityLayers
{
    internal static IReadOnlyList<SourceLayer> Checked(IReadOnlyList<SourceLayer> layers, string path)
    {
        var problems = layers
            .Where(layer => LayerSchema.Find(layer.Name) is null)
            .Select(layer => $"{layer.Name} is not a layer of a city")
            .Concat(layers.GroupBy(layer => layer.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} is given twice"))
            .Concat(layers
                .Where(layer => layer.Epsg != 0 && SpatialReferences.Find(layer.Epsg) is null)
                .Select(layer => $"{layer.Name} is in EPSG:{layer.Epsg}, which is not supported"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new StoreException(
                path,
                $"These layers cannot be stored: {string.Join("; ", problems)}.",
                $"Use the layer names {string.Join(", ", LayerNames.All)}, each once, in a supported reference system.");
        }

        return
        [
            .. layers
                .OrderBy(layer => LayerNames.All.ToList().IndexOf(layer.Name))
                .Select(layer => WithLegalMeasures(LayerConversion.ToTable(layer, LayerSchema.Find(layer.Name)!, path))),
        ];
    }

    /// <summary>The plane the city will have from now on; null where the layers give no place for one, which opening will say.</summary>
    internal static WorkingPlane? PlaneFor(IReadOnlyList<SourceLayer> layers)
    {
        try
        {
            return PlaneChoice.For(layers);
        }
        catch (UnusableLayersException)
        {
            return null;
        }
    }

    /// <summary>The layer with its legal measures where it is of parcels: measured once from the original rings, for all who read it.</summary>
    internal static SourceLayer WithLegalMeasures(SourceLayer layer)
    {
        if (layer.Name != LayerNames.Parcels
            || (layer.Column(LegalMeasures.AreaColumn) is not null && layer.Column(LegalMeasures.PerimeterColumn) is not null))
        {
            return layer;
        }

        var (areas, perimeters) = LegalMeasures.Of(layer, new ParallelOptions());
        return layer.WithColumns(
        [
            .. layer.Columns.Where(column => column.Name is not (LegalMeasures.AreaColumn or LegalMeasures.PerimeterColumn)),
            layer.Column(LegalMeasures.AreaColumn) ?? new RealSource(LegalMeasures.AreaColumn, areas),
            layer.Column(LegalMeasures.PerimeterColumn) ?? new RealSource(LegalMeasures.PerimeterColumn, perimeters),
        ]);
    }
}
