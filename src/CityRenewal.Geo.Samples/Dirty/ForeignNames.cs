using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>The field names of another program, which the built-in presets read.</summary>
internal static class ForeignNames
{
    private static readonly Dictionary<(string Layer, string Column), string> Names = new()
    {
        [(LayerNames.Parcels, "declared_area_m2")] = "declared_area",
        [(LayerNames.Buildings, "storeys_above")] = "storeys",
        [(LayerNames.Buildings, "danger_grade")] = "danger",
        [(LayerNames.Buildings, "people")] = "population",
        [(LayerNames.Udb, "zone_id")] = "udb_id",
        [(LayerNames.HistoricZones, "parent_id")] = "district_id",
        [(LayerNames.HistoricZones, "max_height_m")] = "max_height",
        [(LayerNames.PlanningUnits, "zone_id")] = "unit_id",
        [(LayerNames.Subzones, "zone_id")] = "subzone_id",
        [(LayerNames.Water, "zone_id")] = "water_id",
        [(LayerNames.Barriers, "width_m")] = "width",
    };

    /// <summary>The name of a field.</summary>
    public static string Of(string layer, string column) => Names.GetValueOrDefault((layer, column), column);
}
