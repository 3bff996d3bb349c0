using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Overlay;

/// <summary>Builds a small city for overlay tests; whatever is not given is unknown.</summary>
internal sealed class TownBuilder
{
    private readonly Dictionary<string, Zones> _layers = [];
    private PolygonColumns _parcels = PolygonColumns.Empty;
    private PolygonColumns _buildings = PolygonColumns.Empty;
    private int[]? _storeys;
    private double[]? _floorAreas;
    private FloorAreaOrigin[]? _origins;
    private int[]? _households;
    private string[]? _parcelIds;

    public ProtectedItems Items { get; set; } = ProtectedItems.Empty;

    public TownBuilder Parcels(PolygonColumns shapes, params string[] ids)
    {
        (_parcels, _parcelIds) = (shapes, ids.Length > 0 ? ids : null);
        return this;
    }

    public TownBuilder Buildings(
        PolygonColumns shapes, int[]? storeys = null, double[]? floorAreas = null, FloorAreaOrigin[]? origins = null,
        int[]? households = null)
    {
        (_buildings, _storeys, _floorAreas, _origins, _households) = (shapes, storeys, floorAreas, origins, households);
        return this;
    }

    public TownBuilder Layer(string name, PolygonColumns shapes, params string[] kinds)
    {
        _layers[name] = new Zones
        {
            Ids = Ids("z", shapes.Count),
            Names = TextColumn.Missing(shapes.Count),
            Parents = TextColumn.Missing(shapes.Count),
            Kinds = kinds.Length > 0 ? CodeColumn.From(kinds) : CodeColumn.Unknown(shapes.Count),
            Shapes = shapes,
            Numbers = new Dictionary<string, double[]>(),
        };
        return this;
    }

    public City Build() => new()
    {
        Name = "test",
        Plane = TownPlans.Plane,
        DataVersion = "test",
        Parcels = MakeParcels(),
        Buildings = MakeBuildings(),
        ProtectedItems = Items,
        ZoneLayers = _layers,
    };

    public static TextColumn Ids(string stem, int count) =>
        TextColumn.From(Enumerable.Range(0, count).Select(i => $"{stem}{i}"));

    private Parcels MakeParcels()
    {
        var count = _parcels.Count;
        return new Parcels
        {
            Ids = _parcelIds is null ? Ids("p", count) : TextColumn.From(_parcelIds),
            Shapes = _parcels,
            LegalArea = Filled(count, double.NaN),
            LegalPerimeter = Filled(count, double.NaN),
            DeclaredArea = Filled(count, double.NaN),
            FarLimit = Filled(count, double.NaN),
            LandUse = CodeColumn.Unknown(count),
            LandUseSystem = CodeColumn.Unknown(count),
            Positions = new RightsPosition[count],
            Locks = new ParcelLock[count],
        };
    }

    private Buildings MakeBuildings()
    {
        var count = _buildings.Count;
        return new Buildings
        {
            Ids = Ids("b", count),
            Shapes = _buildings,
            ParcelIds = TextColumn.Missing(count),
            StoreysAboveColumn = _storeys ?? Filled(count, Unknown.Integer),
            StoreysBelowColumn = Filled(count, Unknown.Integer),
            FloorAreaColumn = _floorAreas ?? Filled(count, double.NaN),
            FloorAreaOriginColumn = _origins ?? new FloorAreaOrigin[count],
            YearBuiltColumn = Filled(count, Unknown.Integer),
            DangerGradeColumn = new DangerGrade[count],
            RepairValueColumn = new RepairValue[count],
            IllegalAreaColumn = Filled(count, double.NaN),
            HouseholdsColumn = _households ?? Filled(count, Unknown.Integer),
            PeopleColumn = Filled(count, Unknown.Integer),
            RenewedYearColumn = Filled(count, Unknown.Integer),
            DangerCertificates = TextColumn.Missing(count),
            IllegalDecisions = TextColumn.Missing(count),
            Structure = CodeColumn.Unknown(count),
            Use = CodeColumn.Unknown(count),
        };
    }

    private static T[] Filled<T>(int count, T value)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
