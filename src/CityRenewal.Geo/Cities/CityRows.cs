using System.Runtime.CompilerServices;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Orders the rows of every layer and fills the city's columns.</summary>
internal sealed class CityRows(Dictionary<string, List<SnappedLayer>> layers, List<Defect> defects, ParallelOptions parallel)
{
    private const int LargeLayer = 200_000;

    public City ToCity(AssemblyOptions options, WorkingPlane plane, int epsg)
    {
        GiveBackSpent(layers.Values.Sum(sheets => sheets.Sum(sheet => sheet.Count)));
        var parcels = OfParcels();
        GiveBackSpent(parcels.Count);
        var buildings = OfBuildings();
        GiveBackSpent(buildings.Count);
        var city = new City
        {
            Name = options.Name,
            Plane = plane,
            Epsg = epsg,
            BaselineYear = options.BaselineYear,
            Classification = options.Classification,
            DataVersion = "",
            Parcels = parcels,
            Buildings = buildings,
            Barriers = ZoneRows.Barriers(Ordered(LayerNames.Barriers)),
            ProtectedItems = ZoneRows.ProtectedItems(Ordered(LayerNames.ProtectedItems)),
            Stations = ZoneRows.Stations(Ordered(LayerNames.Stations)),
            ZoneLayers = LayerNames.Zones.Where(layers.ContainsKey).ToList().ToDictionary(name => name, name => ZoneRows.Zones(Ordered(name))),
        };
        return new City
        {
            Name = city.Name,
            Plane = city.Plane,
            Epsg = epsg,
            BaselineYear = city.BaselineYear,
            Classification = city.Classification,
            DataVersion = DataVersions.Of(city, parallel),
            Parcels = city.Parcels,
            Buildings = city.Buildings,
            Barriers = city.Barriers,
            ProtectedItems = city.ProtectedItems,
            Stations = city.Stations,
            ZoneLayers = city.ZoneLayers,
        };
    }

    // Of their own, so that nothing outside holds the rows they were made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Parcels OfParcels() => ParcelRows.Of(Ordered(LayerNames.Parcels));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Buildings OfBuildings() => BuildingRows.Of(Ordered(LayerNames.Buildings));

    // The collector sees no hurry while memory is free, and would let a city's opening grow to twice the city.
    private static void GiveBackSpent(int rows)
    {
        if (rows > LargeLayer)
        {
            GC.Collect();
        }
    }

    private OrderedRows Ordered(string name)
    {
        var layer = Taken(name);
        var order = Array.Empty<int>();
        var twins = new List<Defect>();
        Parallel.Invoke(
            parallel,
            () => order = name is LayerNames.Parcels or LayerNames.Buildings ? RowOrder.ByPlace(layer) : RowOrder.ById(layer),
            () => Twins.AddDefects(layer, twins, parallel));
        foreach (var chunk in layer.Chunks)
        {
            defects.AddRange(chunk.Defects);
        }

        defects.AddRange(twins);
        return new OrderedRows(layer, order, defects, parallel);
    }

    // Taken out, so that its chunks can go as soon as its columns stand. A city may lack any layer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SnappedLayer Taken(string name) => layers.Remove(name, out var sheets)
        ? SnappedLayer.Join(sheets)
        : new SnappedLayer(name, ShapeKind.Polygon, [], [], []);
}
