using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>A row of parcels of 100 m × 100 m with houses, zones and protected items on them, judged by rules given one by one.</summary>
internal sealed class RuleTown(int parcels)
{
    private const double Side = 100;

    private readonly Dictionary<string, List<(string Id, string Kind, string Parent, (double X, double Y)[] Ring)>> _zones = [];
    private readonly List<(string Kind, double X, double Y)> _items = [];
    private readonly List<(double X, double Y)> _stations = [];
    private readonly List<PackRule> _rules = [];
    private bool _hasBuildings = true;
    private readonly List<(string Kind, double X)> _barriers = [];
    private readonly Dictionary<string, PackParameter> _parameters = [];

    public IReadOnlyList<House> Houses { get; init; } = [];

    public IReadOnlyList<string?>? LandUse { get; init; }

    public string? LandUseSystem { get; init; }

    public int? Year { get; init; } = 2026;

    /// <summary>Where each parcel begins, metres from the west; they stand side by side where it is not given.</summary>
    public IReadOnlyList<double>? Starts { get; init; }

    /// <summary>Whether it is known what lies around: who touches whom, and how wide the streets are.</summary>
    public bool HasSurroundings { get; init; }

    /// <summary>The rules and numbers of a pack, instead of those given one by one.</summary>
    public RulePack? Pack { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<HeldTwice>?> HeldTwice { get; init; } = new Dictionary<string, IReadOnlyList<HeldTwice>?>();

    public AreaDeclaration Declared { get; init; } = AreaDeclaration.None;

    /// <summary>A zone as a rectangle from one x to another, as deep as the parcels.</summary>
    public RuleTown Zone(string layer, string kind, double from, double to, string parent = "")
    {
        var zones = _zones.TryGetValue(layer, out var known) ? known : _zones[layer] = [];
        zones.Add(($"z{zones.Count}", kind, parent, Block(from, 0, to - from, Side)));
        return this;
    }

    /// <summary>A square zone in the corner of the first parcel.</summary>
    public RuleTown Corner(string layer, string kind, double side)
    {
        var zones = _zones.TryGetValue(layer, out var known) ? known : _zones[layer] = [];
        zones.Add(($"z{zones.Count}", kind, "", Block(0, 0, side, side)));
        return this;
    }

    public RuleTown Item(string kind, double x, double y)
    {
        _items.Add((kind, x, y));
        return this;
    }

    /// <summary>A station.</summary>
    public RuleTown Station(double x, double y)
    {
        _stations.Add((x, y));
        return this;
    }

    /// <summary>A barrier from south to north, longer than the parcels are deep.</summary>
    public RuleTown Barrier(string kind, double x)
    {
        _barriers.Add((kind, x));
        return this;
    }

    /// <summary>A layer is as if it had never come.</summary>
    public RuleTown Without(string layer)
    {
        _zones.Remove(layer);
        if (layer == LayerNames.ProtectedItems)
        {
            _items.Clear();
        }

        if (layer == LayerNames.Stations)
        {
            _stations.Clear();
        }

        if (layer == LayerNames.Barriers)
        {
            _barriers.Clear();
        }

        _hasBuildings &= layer != LayerNames.Buildings;

        return this;
    }

    public RuleTown Parameter(string name, double? value, RuleUnit unit = RuleUnit.Ratio, bool assumed = false)
    {
        _parameters[name] = new PackParameter(name, name, name, unit, value, assumed, "");
        return this;
    }

    public RuleTown Part(RuleTest test, string id)
    {
        Rule(test, id);
        _rules[^1] = _rules[^1] with { IsPart = true };
        return this;
    }

    public RuleTown Rule(RuleTest test, string id = "rule", RuleStrength strength = RuleStrength.Must, PackAssumption? consent = null)
    {
        _rules.Add(new PackRule
        {
            Id = id, Title = id, TitleChinese = id, Scopes = [RuleScope.Area], Strength = strength,
            Citation = new Citation("text", "1"), Test = test, Consent = consent,
        });
        return this;
    }

    /// <summary>The finding of the last rule over the first parcels of the row.</summary>
    public Finding Judge(int members, params BuildingDisposition[]? dispositions) => Findings(members, dispositions)[^1];

    public IReadOnlyList<Finding> Findings(int members, BuildingDisposition[]? dispositions)
    {
        var book = Book();
        return book.Check(Under(book, [.. Enumerable.Range(0, members)], dispositions));
    }

    /// <summary>Some of its parcels under review, their outline from the first to the last.</summary>
    public AreaUnderReview Under(RuleBook book, IReadOnlyList<int> members, BuildingDisposition[]? dispositions = null)
    {
        var city = book.Ground.City;
        var from = StartOf(members[0]);
        var land = new AreaLand(members, Drawn.Columns(Block(from, 0, StartOf(members[^1]) + Side - from, Side)), dispositions);
        return new AreaUnderReview("A1", AreaStock.Of(city, book.Ground.Facts, land, Declared), HasSurroundings ? Around(city) : null) { HeldTwice = HeldTwice };
    }

    private static Surroundings Around(City city)
    {
        var fabric = LandFabric.Of(city, new FabricOptions());
        var options = GraphOptions.Default;
        return Surroundings.Of(city, fabric, ContiguityGraph.Of(fabric, city.Barriers, options), options.StreetWidthM);
    }

    public RuleBook Book()
    {
        var city = new City
        {
            Name = "town", Plane = Drawn.Plane, DataVersion = "test", BaselineYear = Year, Parcels = Parcels(), Buildings = Buildings(),
            ProtectedItems = Items(), Stations = Stations(), Barriers = Barriers(), ZoneLayers = _zones.ToDictionary(layer => layer.Key, layer => Zones(layer.Value)),
        };
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        return new RuleBook(new RuleGround(Pack ?? OwnPack(), city, facts, CategoryLabels.Of(city, facts, (Pack ?? OwnPack()).Categories, Year ?? 2026), Year));
    }

    private RulePack OwnPack() => new()
    {
        Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [], Parameters = _parameters, Rules = _rules,
    };

    private Stations Stations() => new()
    {
        Ids = TextColumn.From(_stations.Select((_, i) => $"s{i}")),
        Kinds = CodeColumn.From([.. _stations.Select(_ => "metro")]),
        Names = TextColumn.Missing(_stations.Count),
        Shapes = _stations.Aggregate(new PolygonColumnsBuilder(), (builder, _) => builder.EndFeature()).ToColumns(),
        PointsX = [.. _stations.Select(station => Unit(station.X))],
        PointsY = [.. _stations.Select(station => Unit(station.Y))],
    };

    private double StartOf(int parcel) => Starts?[parcel] ?? parcel * Side;

    private Barriers Barriers() => new()
    {
        Ids = TextColumn.From(_barriers.Select((_, i) => $"r{i}")),
        Kinds = CodeColumn.From([.. _barriers.Select(barrier => barrier.Kind)]),
        Lines = new LineColumns(
            [.. _barriers.SelectMany(barrier => new[] { Unit(barrier.X), Unit(barrier.X) })],
            [.. _barriers.SelectMany(_ => new[] { Unit(-50), Unit(150) })],
            [.. Enumerable.Range(0, _barriers.Count + 1).Select(i => 2 * i)],
            [.. Enumerable.Range(0, _barriers.Count + 1)]),
        Widths = All(_barriers.Count, double.NaN),
    };

    private static int Unit(double metres) => (int)Math.Round(metres * Drawn.Plane.UnitsPerMetre);

    private static (double X, double Y)[] Block(double x, double y, double width, double depth) =>
        [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)];

    private static PolygonColumns Shapes(IEnumerable<(double X, double Y)[]> blocks) => blocks
        .Aggregate(new PolygonColumnsBuilder(), (builder, block) => Drawn.Add(builder, block, false).EndFeature())
        .ToColumns();

    private static T[] All<T>(int count, T value) => [.. Enumerable.Repeat(value, count)];

    private static Zones Zones(List<(string Id, string Kind, string Parent, (double X, double Y)[] Ring)> zones) => new()
    {
        Ids = TextColumn.From(zones.Select(zone => zone.Id)),
        Names = TextColumn.Missing(zones.Count),
        Parents = TextColumn.From(zones.Select(zone => zone.Parent)),
        Kinds = CodeColumn.From([.. zones.Select(zone => zone.Kind)]),
        Shapes = Shapes(zones.Select(zone => zone.Ring)),
        Numbers = new Dictionary<string, double[]>(),
    };

    private ProtectedItems Items() => new()
    {
        Ids = TextColumn.From(_items.Select((_, i) => $"i{i}")),
        Kinds = CodeColumn.From([.. _items.Select(item => item.Kind)]),
        Names = TextColumn.Missing(_items.Count),
        BuildingIds = TextColumn.Missing(_items.Count),
        Shapes = _items.Aggregate(new PolygonColumnsBuilder(), (builder, _) => builder.EndFeature()).ToColumns(),
        PointsX = [.. _items.Select(item => (int)(item.X * Drawn.Plane.UnitsPerMetre))],
        PointsY = [.. _items.Select(item => (int)(item.Y * Drawn.Plane.UnitsPerMetre))],
    };

    private Parcels Parcels() => new()
    {
        Ids = TextColumn.From(Enumerable.Range(0, parcels).Select(i => $"p{i:00}")),
        Shapes = Shapes(Enumerable.Range(0, parcels).Select(i => Block(StartOf(i), 0, Side, Side))),
        LegalArea = All(parcels, Side * Side),
        LegalPerimeter = All(parcels, 4 * Side),
        DeclaredArea = All(parcels, double.NaN),
        FarLimit = All(parcels, double.NaN),
        LandUse = LandUse is null ? CodeColumn.Unknown(parcels) : CodeColumn.From([.. LandUse]),
        LandUseSystem = CodeColumn.From([.. Enumerable.Repeat(LandUseSystem, parcels)]),
        Positions = new RightsPosition[parcels],
        Locks = new ParcelLock[parcels],
    };

    private IReadOnlyList<House> Standing => _hasBuildings ? Houses : [];

    // Houses of one parcel stand side by side from its south-west corner: 10 m × 10 m, 15 m apart.
    private Buildings Buildings()
    {
        var onParcel = new Dictionary<int, int>();
        return new Buildings
        {
            Ids = TextColumn.From(Enumerable.Range(0, Standing.Count).Select(i => $"b{i:00}")),
            Shapes = Shapes(Standing.Select(house =>
            {
                var place = onParcel[house.Parcel] = onParcel.GetValueOrDefault(house.Parcel) + 1;
                return Block(StartOf(house.Parcel) + (15 * (place - 1)), 0, 10, 10);
            })),
            ParcelIds = TextColumn.Missing(Standing.Count),
            StoreysAboveColumn = [.. Standing.Select(house => house.Storeys)],
            StoreysBelowColumn = All(Standing.Count, Unknown.Integer),
            FloorAreaColumn = [.. Standing.Select(house => house.FloorArea)],
            FloorAreaOriginColumn = [.. Standing.Select(house => house.Origin)],
            YearBuiltColumn = [.. Standing.Select(house => house.YearBuilt)],
            DangerGradeColumn = [.. Standing.Select(house => house.Danger)],
            RepairValueColumn = new RepairValue[Standing.Count],
            IllegalAreaColumn = [.. Standing.Select(house => house.Illegal)],
            HouseholdsColumn = [.. Standing.Select(house => house.Households)],
            PeopleColumn = [.. Standing.Select(house => house.People)],
            RenewedYearColumn = [.. Standing.Select(house => house.RenewedYear)],
            DangerCertificates = TextColumn.Missing(Standing.Count),
            IllegalDecisions = TextColumn.From(Standing.Select(house => house.IllegalDecision)),
            Structure = CodeColumn.From([.. Standing.Select(house => house.Structure)]),
            Use = CodeColumn.From([.. Standing.Select(house => house.Use)]),
        };
    }
}
