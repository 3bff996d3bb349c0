using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>A city on a drawn land: parcels as in the drawing, buildings and layers as rectangles in metres.</summary>
internal sealed class LatticeCity(params string[] rowsFromTheNorth)
{
    private const double Metre = 10_000;

    private readonly PolygonColumnsBuilder _footprints = new();
    private readonly List<LatticeBuilding> _buildings = [];
    private readonly Dictionary<string, Zones> _zones = [];
    private readonly Dictionary<int, ParcelLock> _locks = [];
    private readonly Dictionary<int, (string Code, string System)> _landUses = [];
    private readonly List<int> _barrierX = [];
    private readonly List<int> _barrierY = [];
    private Parcels? _parcels;
    private string _protectedBuilding = "";

    public LatticeLand Land { get; } = new(rowsFromTheNorth);

    public int? BaselineYear { get; init; } = 2025;

    /// <summary>A building by its lower left corner and size, metres.</summary>
    public LatticeCity With(LatticeBuilding building)
    {
        _footprints.Ring(X(building), Y(building), isHole: false).EndFeature();
        _buildings.Add(building);
        return this;
    }

    /// <summary>A zone layer of one rectangle, metres.</summary>
    public LatticeCity With(string layer, string kind, double x, double y, double width, double height)
    {
        var at = new LatticeBuilding(x, y, width, height);
        _zones[layer] = new Zones
        {
            Ids = TextColumn.From(["Z"]),
            Names = TextColumn.Missing(1),
            Parents = TextColumn.Missing(1),
            Kinds = CodeColumn.From([kind]),
            Shapes = new PolygonColumnsBuilder().Ring(X(at), Y(at), isHole: false).EndFeature().ToColumns(),
            Numbers = new Dictionary<string, double[]>(),
        };
        return this;
    }

    /// <summary>A layer of several zones.</summary>
    public LatticeCity With(string layer, Zones zones)
    {
        _zones[layer] = zones;
        return this;
    }

    public LatticeCity WithLandUse(int parcel, string code, string system = "用地用海分类")
    {
        _landUses[parcel] = (code, system);
        return this;
    }

    public LatticeCity WithLock(int parcel, ParcelLock state)
    {
        _locks[parcel] = state;
        return this;
    }

    public LatticeCity WithProtected(string building)
    {
        _protectedBuilding = building;
        return this;
    }

    /// <summary>A railway along a line of two points, metres.</summary>
    public LatticeCity WithRailway(double fromX, double fromY, double toX, double toY)
    {
        _barrierX.AddRange([(int)(fromX * Metre), (int)(toX * Metre)]);
        _barrierY.AddRange([(int)(fromY * Metre), (int)(toY * Metre)]);
        return this;
    }

    public City ToCity() => new()
    {
        Name = "lattice",
        Plane = Land.Fabric.Plane,
        DataVersion = "drawn",
        BaselineYear = BaselineYear,
        Parcels = _parcels ??= DrawParcels(),
        Buildings = DrawBuildings(),
        Barriers = DrawBarriers(),
        ProtectedItems = DrawProtected(),
        ZoneLayers = _zones,
    };

    public ProposalGround Ground(ProposalOptions options)
    {
        var city = ToCity();
        return new ProposalGround(city, Land.Fabric, Graph(city), ParcelFacts.Of(city, new OverlayOptions()), options);
    }

    public Plan Propose(ProposalOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var city = ToCity();
        return Proposal.Of(
            city, Land.Fabric, Graph(city), ParcelFacts.Of(city, new OverlayOptions()), options, progress, cancel);
    }

    public ContiguityGraph Graph(City city) =>
        ContiguityGraph.Of(Land.Fabric, city.Barriers, GraphOptions.Default with { StreetWidthM = LatticeLand.Cell });

    private static int[] X(LatticeBuilding at) => Grid(at.X, at.X + at.Width, at.X + at.Width, at.X);

    private static int[] Y(LatticeBuilding at) => Grid(at.Y, at.Y, at.Y + at.Height, at.Y + at.Height);

    private static int[] Grid(params double[] metres) => [.. metres.Select(value => (int)Math.Round(value * Metre))];

    private Parcels DrawParcels()
    {
        var count = Land.ParcelCount;
        var unknown = Enumerable.Repeat(double.NaN, count).ToArray();
        var fabric = Land.Fabric;
        var shapes = Geo.Fabric.Outlines.Of(
            fabric,
            [.. Enumerable.Range(0, count).Select(parcel =>
                fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]].ToArray())]);
        return new Parcels
        {
            Ids = TextColumn.From(Enumerable.Range(0, count).Select(parcel => $"P{parcel:00}")),
            Shapes = shapes,
            LegalArea = unknown,
            LegalPerimeter = unknown,
            DeclaredArea = unknown,
            FarLimit = unknown,
            LandUse = CodeColumn.From([.. Enumerable.Range(0, count).Select(parcel => _landUses.GetValueOrDefault(parcel).Code)]),
            LandUseSystem = CodeColumn.From([.. Enumerable.Range(0, count).Select(parcel => _landUses.GetValueOrDefault(parcel).System)]),
            Positions = new RightsPosition[count],
            Locks = [.. Enumerable.Range(0, count).Select(parcel => _locks.GetValueOrDefault(parcel))],
        };
    }

    private Buildings DrawBuildings()
    {
        T[] Column<T>(Func<LatticeBuilding, T> value) => [.. _buildings.Select(value)];
        return new Buildings
        {
            Ids = TextColumn.From(Enumerable.Range(0, _buildings.Count).Select(building => $"B{building:00}")),
            Shapes = _footprints.ToColumns(),
            ParcelIds = TextColumn.Missing(_buildings.Count),
            StoreysAboveColumn = Column(_ => Unknown.Integer),
            StoreysBelowColumn = Column(_ => Unknown.Integer),
            FloorAreaColumn = Column(building => building.Storeys > 0 ? building.Storeys * building.Width * building.Height : double.NaN),
            FloorAreaOriginColumn = Column(_ => FloorAreaOrigin.Registered),
            YearBuiltColumn = Column(building => building.Year),
            DangerGradeColumn = Column(building => building.Danger),
            RepairValueColumn = Column(building => building.Repair),
            IllegalAreaColumn = Column(_ => double.NaN),
            HouseholdsColumn = Column(_ => Unknown.Integer),
            PeopleColumn = Column(_ => Unknown.Integer),
            RenewedYearColumn = Column(building => building.Renewed),
            DangerCertificates = TextColumn.From(_buildings.Select(building => building.Certificate)),
            IllegalDecisions = TextColumn.Missing(_buildings.Count),
            Structure = CodeColumn.From(Column(building => building.Structure)),
            Use = CodeColumn.From(Column(building => building.Use)),
        };
    }

    private Barriers DrawBarriers() => _barrierX.Count == 0 ? Barriers.Empty : new Barriers
    {
        Ids = TextColumn.From(Enumerable.Range(0, _barrierX.Count / 2).Select(barrier => $"R{barrier}")),
        Kinds = CodeColumn.From([.. Enumerable.Repeat("railway", _barrierX.Count / 2)]),
        Lines = new LineColumns(
            [.. _barrierX],
            [.. _barrierY],
            [.. Enumerable.Range(0, (_barrierX.Count / 2) + 1).Select(path => 2 * path)],
            [.. Enumerable.Range(0, (_barrierX.Count / 2) + 1)]),
        Widths = new double[_barrierX.Count / 2],
    };

    private ProtectedItems DrawProtected() => _protectedBuilding.Length == 0 ? ProtectedItems.Empty : new ProtectedItems
    {
        Ids = TextColumn.From(["H"]),
        Kinds = CodeColumn.From(["historic_building"]),
        Names = TextColumn.Missing(1),
        BuildingIds = TextColumn.From([_protectedBuilding]),
        Shapes = new PolygonColumnsBuilder().EndFeature().ToColumns(),
        PointsX = [-1_000_000_000],
        PointsY = [-1_000_000_000],
    };
}

/// <summary>A building by its lower left corner and size in metres, and what is known of it.</summary>
internal sealed record LatticeBuilding(double X, double Y, double Width, double Height)
{
    public int Storeys { get; init; } = 3;

    public int Year { get; init; } = Unknown.Integer;

    public DangerGrade Danger { get; init; }

    public RepairValue Repair { get; init; }

    public string Certificate { get; init; } = "";

    public string Use { get; init; } = "";

    public string Structure { get; init; } = "";

    public int Renewed { get; init; } = Unknown.Integer;
}
