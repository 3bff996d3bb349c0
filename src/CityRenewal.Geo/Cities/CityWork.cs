using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The work on one city, end to end: each stage is computed when it is first asked for and then kept, because every later
/// question reads it. Safe for several callers: of those who want the same stage one works and the others wait, and stages that
/// need nothing of each other may be worked on at the same time.
/// </summary>
public sealed class CityWork(City city)
{
    private readonly Lock _factsGate = new();
    private readonly Lock _fabricGate = new();
    private readonly Lock _tolerancesGate = new();
    private readonly Lock _graphGate = new();
    private ParcelFacts? _facts;
    private LandFabric? _fabric;
    private LayerTolerances? _tolerances;
    private ContiguityGraph? _graph;
    private GraphOptions? _graphOptions;

    /// <summary>The city.</summary>
    public City City => city;

    /// <summary>Threads to use, 0 takes all; no result depends on it.</summary>
    public int Threads { get; init; }

    /// <summary>Work of which facts, fabric and neighbours are done.</summary>
    internal static CityWork On(ProposalGround ground) => new(ground.City)
    {
        Threads = ground.Options.Threads,
        _facts = ground.Facts,
        _fabric = ground.Fabric,
        _graph = ground.Graph,
        _graphOptions = new GraphOptions(ground.Options.StreetWidth, ground.Options.MinimumContact),
    };

    /// <summary>What lies on every parcel and building.</summary>
    public ParcelFacts Facts(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_factsGate)
        {
            return _facts ??= ParcelFacts.Of(city, new OverlayOptions { Threads = Threads }, progress, cancel);
        }
    }

    /// <summary>The land fabric with its area ledger.</summary>
    public LandFabric Fabric(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_fabricGate)
        {
            return _fabric ??= LandFabric.Of(city, new FabricOptions { Threads = Threads }, progress, cancel);
        }
    }

    /// <summary>How far its layers differ where they follow each other.</summary>
    public LayerTolerances Tolerances(IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_tolerancesGate)
        {
            return _tolerances ??= LayerTolerances.Of(city, Facts(progress, cancel), Threads, cancel);
        }
    }

    /// <summary>The same, for who may not need it.</summary>
    internal Lazy<LayerTolerances> LazyTolerances => new(() => Tolerances());

    /// <summary>Who touches or faces whom.</summary>
    /// <param name="options">When parcels are neighbours.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public ContiguityGraph Graph(
        GraphOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        lock (_graphGate)
        {
            if (_graph is null || _graphOptions != options)
            {
                _graph = ContiguityGraph.Of(Fabric(progress, cancel), city.Barriers, options with { Threads = Threads }, progress, cancel);
                _graphOptions = options;
            }

            return _graph;
        }
    }

    /// <summary>Proposes one plan and measures its areas.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <param name="pack">The rules that every area keeps; null asks for none.</param>
    /// <exception cref="ProposalOptionsException">Lists everything that is wrong with the options.</exception>
    public MeasuredPlan Propose(
        ProposalOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default, RulePack? pack = null) =>
        Propose(options with { Alternatives = 1 }, pack, SearchRun.Whole, progress, cancel).First;

    /// <summary>Proposes as many alternatives as are asked for and measures their areas.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="pack">The rules that every area keeps; null asks for none.</param>
    /// <param name="run">How long the search may work, and how it is told to end early with what it has.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    /// <exception cref="ProposalOptionsException">Lists everything that is wrong with the options.</exception>
    public MeasuredAlternatives Propose(
        ProposalOptions options, RulePack? pack, SearchRun run, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var ground = GroundOf(options, progress, cancel);
        var found = AlternativeSearch.Of(pack, ground, run, progress, cancel);
        progress?.Report(new WorkProgress("Measuring the areas", 0));
        return new MeasuredAlternatives(found, [.. found.Alternatives.Select(plan => MeasuredPlan.Of(plan.Judged, this, ground.Around, cancel))]);
    }

    /// <summary>Draws many valid plans, so that a submitted one can be placed among them.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="pack">The rules that bind every plan as rows; null for none.</param>
    /// <param name="drawing">How many plans, and how they are drawn.</param>
    /// <param name="submitted">Parcels of each submitted area; null where none is to be placed.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    /// <returns>Null where no plan has an area there.</returns>
    /// <exception cref="ProposalOptionsException">Lists everything that is wrong with the options.</exception>
    public Ensemble? Draw(
        ProposalOptions options, RulePack? pack, EnsembleOptions drawing, IReadOnlyList<IReadOnlyList<int>>? submitted = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        EnsembleDrawing.Of(pack, GroundOf(options, progress, cancel), drawing, submitted, progress, cancel);

    /// <summary>Says why every parcel is in an area or in none.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="options">What they were made for.</param>
    /// <param name="pack">The rules that they were made under; null where none.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="ProposalOptionsException">
    /// Lists everything that is wrong with the options, or every parcel that could not be where it is.
    /// </exception>
    public PlanReasons Explain(
        IReadOnlyList<AreaMembers> areas,
        ProposalOptions options,
        RulePack? pack = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var problem = ProposalProblem.Of(pack, GroundOf(options, progress, cancel), progress, cancel);
        progress?.Report(new WorkProgress("reasons", 0));
        return PlanReasons.Of(problem, areas, cancel);
    }

    /// <summary>Says why every parcel is in an area of a plan or in none; a plan that was just made is not prepared again.</summary>
    public PlanReasons Explain(JudgedPlan judged, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        judged.Problem is { } problem
            ? PlanReasons.Of(problem, AreaMembers.Of(judged.Plan), cancel)
            : Explain(AreaMembers.Of(judged.Plan), judged.Plan.Options, judged.Rules, progress, cancel);

    internal ProposalGround GroundOf(ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        ProposalOptionChecks.RequireNumbers(options, city);

        // The fabric needs most room while it is made, and the facts would take up half a gigabyte of it.
        var fabric = Fabric(progress, cancel);
        var graph = Graph(new GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        var facts = Facts(progress, cancel);
        options = WithTolerances(options, progress, cancel);
        return new ProposalGround(city, fabric, graph, facts, options) { Tolerances = LazyTolerances };
    }

    /// <summary>What a request asks of the city, for whoever checks the certificate of a plan.</summary>
    /// <param name="options">What was asked for, as the plan has it.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <param name="pack">The rules that the plan was made under; null for none.</param>
    /// <exception cref="ProposalOptionsException">Lists everything that is wrong with the options.</exception>
    public CertifiedProblem Statement(
        ProposalOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default, RulePack? pack = null)
    {
        ProposalOptionChecks.Require(options, city);
        var facts = Facts(progress, cancel);
        var graph = Graph(new GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        return Proposal.StatementOf(
            pack, new ProposalGround(city, Fabric(progress, cancel), graph, facts, options) { Tolerances = LazyTolerances }, progress, cancel);
    }

    // Layers that agree to the last millimetre still differ by what snapping may move.
    internal ProposalOptions WithTolerances(ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        options.UdbTolerance is null && city.Has(LayerNames.Udb) && Tolerances(progress, cancel).Of(LayerNames.Udb) is { } metres
            ? options with { EstimatedUdbTolerance = Math.Max(metres, FabricOptions.Default.SnapToleranceM) }
            : options;
}
