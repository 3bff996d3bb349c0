using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>
/// Brings layers into a city as its next version when they and the layers that stay are one city. Whoever else would change the
/// city waits meanwhile, QGIS too; whoever reads it does not.
/// </summary>
internal static class CityUpdate
{
    internal static IReadOnlyList<LayerVersion> Run(
        Session session, (string Id, string? LayersVersion) city, IReadOnlyList<SourceLayer> layers, IProgress<WorkProgress>? progress)
    {
        var held = CityRow.Hold(session, city.Id);
        LockRows(session, held);
        held = CityRow.Get(session, city.Id).Require(city.LayersVersion);
        var settings = SettingRows.Read(session, held);
        RequireOneCity(session, held, (settings, layers), progress);
        var converted = CityLayers.Checked(layers, $"{session.Place}, city {city.Id}");
        var made = OutsideEdits.Version(session, held).ToList();
        var version = held.Version + (made.Count > 0 ? 2 : 1);
        var known = LayerVersionRows.Newest(session, held);
        foreach (var layer in layers)
        {
            SettingRows.Put(session, held, settings.Raised(layer.Name, layer.Classification, known.ContainsKey(layer.Name)));
        }

        foreach (var layer in converted)
        {
            if (LayerNextVersion.Bring(session, held, (layer, version), progress) is { } brought)
            {
                made.Add(brought);
            }
        }

        Confirm(session, held);
        return made;
    }

    /// <summary>Writes down what the newest version is.</summary>
    internal static void Confirm(Session session, CityRow city)
    {
        var newest = LayerVersionRows.Newest(session, city).Values.Select(row => row.Version).ToList();
        session.Run(
            "UPDATE cityrenewal.cities SET version = $2, layers_version = $3, edits_versioned = edits WHERE number = $1",
            city.Number, newest.Max(layer => layer.Version), LayerHash.OfCity(newest.Select(layer => (layer.Layer, layer.Hash))));
    }

    private static void LockRows(Session session, CityRow city)
    {
        if (LayerTable.All(session, city) is { Count: > 0 } tables)
        {
            session.Run($"LOCK TABLE {string.Join(", ", tables.Select(table => table.Rows))} IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    private static void RequireOneCity(
        Session session, CityRow city, (CitySettings Settings, IReadOnlyList<SourceLayer> Layers) brought, IProgress<WorkProgress>? progress)
    {
        var (settings, layers) = brought;
        if (settings.Plane is { } plane && PlaneFit.Problems(plane, layers) is { Count: > 0 } elsewhere)
        {
            throw new StoreException(
                $"{session.Place}, city {city.Id}",
                $"{string.Join("; ", elsewhere)}: the working plane of the city would have to change, and with it every area.",
                "Check the reference system, or make another city of these layers.");
        }

        var names = layers.Select(layer => layer.Name).ToHashSet();
        var staying = LayerTable.All(session, city).Where(table => !names.Contains(table.Layer)).Select(table => LayerReading.Current(session, city, table));
        CityAssembly.From(
            [.. layers, .. staying], new AssemblyOptions { Name = settings.Name, BaselineYear = settings.BaselineYear, Plane = settings.Plane },
            progress, session.Cancel);
    }
}
