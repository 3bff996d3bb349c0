using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>How one layer of a city looks in the city file: what people read as its name, and its columns, the id first.</summary>
/// <param name="Title">Chinese and English name.</param>
/// <param name="Columns">Every column the glossary knows for the layer; a layer may bring more.</param>
internal sealed record LayerSchema(string Title, IReadOnlyList<TableColumn> Columns)
{
    private static readonly IReadOnlyDictionary<string, LayerSchema> Known = new Dictionary<string, LayerSchema>
    {
        [LayerNames.Parcels] = new("地块 Parcels", [
            Text("parcel_id"), Text("land_use"), Text("land_use_system"), Real("declared_area_m2"), Real("far_limit"),
            Text("rights_position"), Text("lock"), Text("source_kind"), Real("legal_area_m2"), Real("legal_perimeter_m")]),
        [LayerNames.Buildings] = new("建筑 Buildings", [
            Text("building_id"), Text("parcel_id"), Integer("storeys_above"), Integer("storeys_below"),
            Real("floor_area_m2"), Text("floor_area_origin"), Integer("year_built"), Text("structure"),
            Text("danger_grade"), Text("danger_certificate"), Text("danger_certificate_date"),
            Text("danger_certificate_body"), Text("repair_value"), Real("illegal_area_m2"),
            Text("illegal_decision"), Text("use"), Integer("households"), Integer("people"), Integer("renewed_year"),
            Text("parts")]),
        [LayerNames.Udb] = Zones("城镇开发边界 Urban development boundary"),
        [LayerNames.ControlLines] = Zones("管控线 Control lines"),
        [LayerNames.DetailedPlots] = Zones(
            "详细规划地块 Detailed-plan plots", Real("far_limit"), Real("height_limit_m"), Real("density_limit")),
        [LayerNames.HistoricZones] = Zones("历史保护范围 Historic zones", Real("max_height_m")),
        [LayerNames.PlanningUnits] = Zones("规划单元 Planning units"),
        [LayerNames.AdministrativeUnits] = Zones("行政单元 Administrative units"),
        [LayerNames.HealthChecks] = Zones("城市体检指标 City health checks", Text("problems"), Real("facilities_shortage")),
        [LayerNames.Subzones] = Zones("分区 Subzones"),
        [LayerNames.Water] = Zones("水域 Water"),
        [LayerNames.StudyArea] = Zones("研究范围 Study area"),
        [LayerNames.ProtectedItems] = new("保护对象 Protected items", [
            Text("item_id"), Text("kind"), Text("name"), Text("building_id")]),
        [LayerNames.Stations] = new("轨道站点 Stations", [Text("station_id"), Text("kind"), Text("name")]),
        [LayerNames.Barriers] = new("阻隔 Barriers", [Text("barrier_id"), Text("kind"), Real("width_m")]),
    };

    /// <summary>The column that names a feature.</summary>
    internal string IdColumn => Columns[0].Name;

    /// <summary>Chinese and English name of the rows that later versions replaced.</summary>
    internal string HistoryTitle => $"{Title.Insert(Title.IndexOf(' '), "历史")} history";

    /// <summary>The schema of a layer; null where the city file has no such layer.</summary>
    internal static LayerSchema? Find(string layer) => Known.GetValueOrDefault(layer);

    /// <summary>The columns of the table: those of the schema, then the layer's own in their order.</summary>
    internal IReadOnlyList<TableColumn> ColumnsWith(SourceLayer layer) =>
    [
        .. Columns,
        .. layer.Columns
            .Where(column => !Columns.Any(known => Same(known.Name, column.Name)))
            .Select(column => new TableColumn(column.Name, TableColumn.KindOf(column))),
    ];

    internal static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static LayerSchema Zones(string title, params TableColumn[] further) =>
        new(title, [Text("zone_id"), Text("kind"), Text("name"), Text("parent_id"), .. further]);

    private static TableColumn Text(string name) => new(name, ColumnKind.Text);

    private static TableColumn Integer(string name) => new(name, ColumnKind.Integer);

    private static TableColumn Real(string name) => new(name, ColumnKind.Real);
}
