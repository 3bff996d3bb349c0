using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>A row of parcels of 100 m × 100 m with houses on them, for tests of area measures.</summary>
internal sealed class Quarter
{
    private const double Side = 100;

    private readonly City _city;
    private readonly ParcelFacts _facts;

    public Quarter(int parcels, IReadOnlyList<House> houses, double farLimit = double.NaN, int? year = 2026)
    {
        _city = new City
        {
            Name = "quarter",
            Plane = Drawn.Plane,
            DataVersion = "test",
            BaselineYear = year,
            Parcels = ParcelsOf(parcels, farLimit),
            Buildings = BuildingsOf(houses),
            ZoneLayers = new Dictionary<string, Zones>(),
        };
        _facts = ParcelFacts.Of(_city, new OverlayOptions());
        ParcelCount = parcels;
    }

    public int ParcelCount { get; }

    /// <summary>The whole quarter under measure.</summary>
    public AreaStock Stock(AreaDeclaration? declared, params BuildingDisposition[]? dispositions) => AreaStock.Of(
        _city,
        _facts,
        new AreaLand([.. Enumerable.Range(0, ParcelCount)], Drawn.Columns(Block(0, 0, ParcelCount * Side, Side)), dispositions),
        declared);

    public AreaStock Stock(params BuildingDisposition[] dispositions) => Stock(null, dispositions);

    public AreaStock WithoutDispositions() => Stock(AreaDeclaration.None, dispositions: null);

    public static BuildingDisposition Retain(int building) => new(building, Disposition.Retain, DemolitionKind.None, "sound");

    public static BuildingDisposition Renovate(int building) => new(building, Disposition.Renovate, DemolitionKind.None, "aged");

    public static BuildingDisposition Elective(int building) =>
        new(building, Disposition.Demolish, DemolitionKind.ElectiveCandidate, "public_facility");

    public static BuildingDisposition Exempt(int building) =>
        new(building, Disposition.Demolish, DemolitionKind.Exempt, "danger_without_repair_value");

    public static BuildingDisposition IllegalPart(int building) =>
        new(building, Disposition.Renovate, DemolitionKind.Exempt, "illegal_part_with_decision");

    private static (double X, double Y)[] Block(double x, double y, double width, double depth) =>
        [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)];

    private static PolygonColumns Shapes(IEnumerable<(double X, double Y)[]> blocks) => blocks
        .Aggregate(new PolygonColumnsBuilder(), (builder, block) => Drawn.Add(builder, block, false).EndFeature())
        .ToColumns();

    private static T[] All<T>(int count, T value) => [.. Enumerable.Repeat(value, count)];

    private static Parcels ParcelsOf(int count, double farLimit) => new()
    {
        Ids = TextColumn.From(Enumerable.Range(0, count).Select(i => $"p{i:00}")),
        Shapes = Shapes(Enumerable.Range(0, count).Select(i => Block(i * Side, 0, Side, Side))),
        LegalArea = All(count, Side * Side),
        LegalPerimeter = All(count, 4 * Side),
        DeclaredArea = All(count, double.NaN),
        FarLimit = All(count, farLimit),
        LandUse = CodeColumn.Unknown(count),
        LandUseSystem = CodeColumn.Unknown(count),
        Positions = new RightsPosition[count],
        Locks = new ParcelLock[count],
    };

    private static Buildings BuildingsOf(IReadOnlyList<House> houses)
    {
        var onParcel = new Dictionary<int, int>();
        return new Buildings
        {
            Ids = TextColumn.From(Enumerable.Range(0, houses.Count).Select(i => $"b{i:00}")),
            Shapes = Shapes(houses.Select(house =>
            {
                var place = onParcel[house.Parcel] = onParcel.GetValueOrDefault(house.Parcel) + 1;
                return Block((house.Parcel * Side) + (15 * (place % 6)), 15 * (place / 6), 10, 10);
            })),
            ParcelIds = TextColumn.Missing(houses.Count),
            StoreysAboveColumn = [.. houses.Select(house => house.Storeys)],
            StoreysBelowColumn = All(houses.Count, Unknown.Integer),
            FloorAreaColumn = [.. houses.Select(house => house.FloorArea)],
            FloorAreaOriginColumn = [.. houses.Select(house => house.Origin)],
            YearBuiltColumn = [.. houses.Select(house => house.YearBuilt)],
            DangerGradeColumn = [.. houses.Select(house => house.Danger)],
            RepairValueColumn = new RepairValue[houses.Count],
            IllegalAreaColumn = [.. houses.Select(house => house.Illegal)],
            HouseholdsColumn = [.. houses.Select(house => house.Households)],
            PeopleColumn = [.. houses.Select(house => house.People)],
            RenewedYearColumn = All(houses.Count, Unknown.Integer),
            DangerCertificates = TextColumn.Missing(houses.Count),
            IllegalDecisions = TextColumn.From(houses.Select(house => house.IllegalDecision)),
            Structure = CodeColumn.Unknown(houses.Count),
            Use = CodeColumn.From([.. houses.Select(house => house.Use)]),
        };
    }
}
