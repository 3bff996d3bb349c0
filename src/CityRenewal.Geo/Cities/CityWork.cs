using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
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
        ProposalOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default, RulePack? pack = null)
    {
        ProposalOptionChecks.Require(options, city);
        var facts = Facts(progress, cancel);
        options = WithTolerances(options, progress, cancel);
        var fabric = Fabric(progress, cancel);
        var graph = Graph(new GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        var judged = Proposal.Under(pack, new ProposalGround(city, fabric, graph, facts, options), progress, cancel);
        progress?.Report(new WorkProgress("Measuring the areas", 0));
        return MeasuredPlan.Of(judged, this, cancel);
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
            pack, new ProposalGround(city, Fabric(progress, cancel), graph, facts, options), progress, cancel);
    }

    // Layers that agree to the last millimetre still differ by what snapping may move.
    internal ProposalOptions WithTolerances(ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        options.UdbTolerance is null && city.Has(LayerNames.Udb) && Tolerances(progress, cancel).Of(LayerNames.Udb) is { } metres
            ? options with { EstimatedUdbTolerance = Math.Max(metres, FabricOptions.Default.SnapToleranceM) }
            : options;
}
