using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Which attributes the features of each layer carry in tiles: what a map is coloured by and what identifies them.</summary>
internal static class LayerFields
{
    private const int Detail = TileField.DetailZoom;

    private static readonly string[] Danger = ["", "A", "B", "C", "D"];

    private static readonly string[] Positions = ["", "above", "underground"];

    private static readonly string[] Locks = ["", "in", "out"];

    public static IReadOnlyList<TileField> OfParcels(Parcels parcels) =>
    [
        TileField.Text("parcel_id", "id as delivered", parcels.Ids, Detail),
        TileField.Word("land_use", "land use as delivered", parcels.LandUse),
        TileField.Real("legal_area_m2", "area on the ellipsoid, m²", row => parcels.LegalAreas[row], 1, Detail),
        TileField.Real("far_limit", "floor-area ratio that the detailed plan allows", row => parcels.FarLimits[row], 2),
        TileField.Word("rights_position", "above or underground; left out on the surface", row => Positions[(int)parcels.Position[row]]),
        TileField.Word("lock", "in or out as the planner decided; left out where free", row => Locks[(int)parcels.Lock[row]]),
        TileField.Word("shown_as", "parcel; block or planning_unit where a tile holds too many parcels", _ => "parcel"),
    ];

    public static IReadOnlyList<TileField> OfBuildings(Buildings buildings) =>
    [
        TileField.Text("building_id", "id as delivered", buildings.Ids, Detail),
        TileField.Whole("storeys_above", "storeys above ground", row => buildings.StoreysAbove[row]),
        TileField.Real("floor_area_m2", "floor area, m²", row => buildings.FloorArea[row], 1, Detail),
        TileField.Whole("year_built", "year of completion", row => buildings.YearBuilt[row]),
        TileField.Word("danger_grade", "A to D after JGJ 125", row => Danger[(int)buildings.DangerGrades[row]]),
        TileField.Word("structure", "structure as delivered", buildings.Structure),
        TileField.Word("use", "use as delivered", buildings.Use),
    ];

    public static IReadOnlyList<TileField> OfZones(Zones zones) =>
    [
        TileField.Text("zone_id", "id as delivered", zones.Ids),
        TileField.Text("name", "name as delivered", zones.Names),
        TileField.Word("kind", "kind, a word of the layer", zones.Kinds),
        TileField.Text("parent", "what the zone belongs to", zones.Parents),
        .. zones.TextNames.Select(text => TileField.Text(text, $"{text} as delivered", zones.Text(text))),
        .. zones.NumberNames.Select(number => TileField.Real(number, $"{number} as delivered", row => zones.Number(number)[row], 4)),
    ];

    public static IReadOnlyList<TileField> OfBarriers(Barriers barriers) =>
    [
        TileField.Text("barrier_id", "id as delivered", barriers.Ids),
        TileField.Word("kind", "river, railway, expressway, arterial", barriers.Kinds),
        TileField.Real("width_m", "width, metres", row => barriers.Width[row], 2),
    ];

    public static IReadOnlyList<TileField> OfItems(ProtectedItems items) =>
    [
        TileField.Text("item_id", "id as delivered", items.Ids),
        TileField.Word("kind", "historic_building, traditional_building, immovable_relic, old_tree, or the grade as delivered", items.Kinds),
        TileField.Text("name", "name as delivered", items.Names),
        TileField.Text("building_id", "the building that the item is", items.BuildingIds),
    ];
}
