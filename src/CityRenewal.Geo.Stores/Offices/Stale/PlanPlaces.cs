using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Offices.Stale;

/// <summary>Where the areas of a plan lie.</summary>
/// <param name="Epsg">The reference system of the boxes.</param>
/// <param name="Areas">Ids and boxes; an empty box where an area has no outline.</param>
internal sealed record PlanPlaces(int Epsg, IReadOnlyList<(string Id, Envelope Box)> Areas)
{
    /// <summary>The places that a plan's GeoPackage tells.</summary>
    internal static PlanPlaces Of(string path)
    {
        if (GeoPackageReader.Layers(path).All(layer => layer.Name != PlanLayers.RenewalAreas))
        {
            return new PlanPlaces(0, []);
        }

        var layer = GeoPackageReader.Read(path, PlanLayers.RenewalAreas).Layer;
        var boxes = GeoPackage.Tables.FeatureBoxes.Of(layer.Shapes);
        var ids = layer.Column("area_id");
        return new PlanPlaces(layer.Epsg, [.. boxes.Select((box, area) => (ids?.TextOf(area) ?? "", box))]);
    }
}
