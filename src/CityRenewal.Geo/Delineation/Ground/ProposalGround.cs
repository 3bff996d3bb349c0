using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a proposal is made from.</summary>
public sealed class ProposalGround
{
    private readonly Lazy<BarrierPieces> _barriers;
    private readonly Lazy<Surroundings> _around;

    /// <summary>Gathers what a proposal needs.</summary>
    public ProposalGround(City city, LandFabric fabric, ContiguityGraph graph, ParcelFacts facts, ProposalOptions options)
    {
        (City, Fabric, Graph, Facts, Options) = (city, fabric, graph, facts, options);
        Locks = ParcelLocks.Of(city, options);
        NetAreas = Delineation.NetAreas.Of(fabric);
        HomeParcels = Delineation.HomeParcels.Of(facts, NetAreas);
        _barriers = new Lazy<BarrierPieces>(() => BarrierCrossings.PiecesOf(city.Barriers, city.Plane, options.Threads, options.Limits.Crossings));
        _around = new Lazy<Surroundings>(() => Surroundings.Of(city, fabric, graph, options.StreetWidth));
        Named = new ParcelIndex(city, options);
        Crossings = new Crossings(graph, options.Limits.Crossings);
        Pairs = new PairPrices(Crossings, options.Limits.CannotLink, Named);
    }

    private ProposalGround(ProposalGround ground, ProposalOptions options)
    {
        (City, Fabric, Graph, Facts, Options) = (ground.City, ground.Fabric, ground.Graph, ground.Facts, options);
        (NetAreas, HomeParcels) = (ground.NetAreas, ground.HomeParcels);
        _around = ground._around;
        Tolerances = ground.Tolerances;
        Locks = ParcelLocks.Of(City, options);
        var isSame = ReferenceEquals(options.Limits, ground.Options.Limits);
        _barriers = isSame
            ? ground._barriers
            : new Lazy<BarrierPieces>(() => BarrierCrossings.PiecesOf(City.Barriers, City.Plane, options.Threads, options.Limits.Crossings));
        Named = isSame ? ground.Named : new ParcelIndex(City, options);
        Crossings = isSame ? ground.Crossings : new Crossings(Graph, options.Limits.Crossings);
        Pairs = isSame ? ground.Pairs : new PairPrices(Crossings, options.Limits.CannotLink, Named);
    }

    /// <summary>The same ground under other options and locks; the land, its barriers and surroundings are shared.</summary>
    internal ProposalGround With(ProposalOptions options, ParcelLock[] locks) => new(this, options) { Locks = locks };

    /// <summary>The same ground after some parcels became others; barriers and what nature draws are as before.</summary>
    /// <param name="land">The city after, and what lies where.</param>
    /// <param name="changed">The parcels that are others, and the faces that came.</param>
    /// <param name="locks">What the planner decided about each parcel.</param>
    internal ProposalGround After(
        (City City, LandFabric Fabric, ContiguityGraph Graph, ParcelFacts Facts) land, (IReadOnlyList<int> Parcels, IReadOnlyList<int> Faces) changed, ParcelLock[] locks) =>
        new(this, land, changed) { Locks = locks };

    private ProposalGround(
        ProposalGround before, (City City, LandFabric Fabric, ContiguityGraph Graph, ParcelFacts Facts) land, (IReadOnlyList<int> Parcels, IReadOnlyList<int> Faces) changed)
    {
        (City, Fabric, Graph, Facts) = land;
        Options = before.Options with { LockedIn = [], LockedOut = [] };
        Locks = [];
        NetAreas = Delineation.NetAreas.After(before.NetAreas, Fabric, changed.Parcels);
        HomeParcels = Delineation.HomeParcels.After(before.HomeParcels, (before.Facts, Facts), NetAreas, changed.Parcels);
        _barriers = before._barriers;
        var around = before._around.Value;
        _around = new Lazy<Surroundings>(() => around.After(City, (Fabric, Graph), changed));
        Named = new ParcelIndex(City, Options);
        Crossings = new Crossings(Graph, Options.Limits.Crossings);
        Pairs = new PairPrices(Crossings, Options.Limits.CannotLink, Named);
    }

    /// <summary>The same ground under other options of the same street width and minimum contact.</summary>
    internal ProposalGround With(ProposalOptions options) => ReferenceEquals(options, Options) ? this : new(this, options);

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>Its land fabric.</summary>
    public LandFabric Fabric { get; }

    /// <summary>Its neighbours, made with the street width and minimum contact of the options.</summary>
    public ContiguityGraph Graph { get; }

    /// <summary>What lies on its parcels.</summary>
    public ParcelFacts Facts { get; }

    /// <summary>What is asked for.</summary>
    public ProposalOptions Options { get; }

    /// <summary>How far the layers differ; null leaves it to the rules to estimate that where they ask for it.</summary>
    public Lazy<LayerTolerances>? Tolerances { get; init; }

    /// <summary>The rows of the parcels that the request names.</summary>
    internal ParcelIndex Named { get; }

    /// <summary>The pairs of parcels between which a barrier lies.</summary>
    internal Crossings Crossings { get; }

    /// <summary>The pairs of parcels that are kept apart or cost where one area holds both.</summary>
    internal PairPrices Pairs { get; }

    /// <summary>What the planner decided about each parcel.</summary>
    internal ParcelLock[] Locks { get; init; }

    /// <summary>The land of each parcel in the fabric, m².</summary>
    internal double[] NetAreas { get; }

    /// <summary>The parcel that each building belongs to, -1 where it stands on none.</summary>
    internal int[] HomeParcels { get; }

    /// <summary>Its barriers, cut into short pieces that are found by place.</summary>
    internal BarrierPieces Barriers => _barriers.Value;

    /// <summary>What lies around its areas.</summary>
    internal Surroundings Around => _around.Value;
}
