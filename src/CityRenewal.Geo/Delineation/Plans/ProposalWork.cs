using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The work on one request: what all its plans share is prepared once, then any number of plans is searched and finished.
/// </summary>
internal sealed class ProposalWork
{
    private readonly ProposalGround _ground;
    private readonly RuleBook? _book;
    private readonly NeedScores _need;
    private readonly DispositionPlan _dispositions;
    private readonly int? _year;
    private readonly AreaVerdicts? _verdicts;

    private ProposalWork(ProposalGround ground, RuleBook? book, NeedScores need, int? year)
    {
        (_ground, _book, _need, _year) = (ground, book, need, year);
        _dispositions = new DispositionPlan(ground, need, year);
        _verdicts = book is null ? null : new AreaVerdicts(
            ground, book, _dispositions, Surroundings.Of(ground.City, ground.Fabric, ground.Graph, ground.Options.StreetWidth));
    }

    /// <summary>What is searched.</summary>
    public required SearchProblem Problem { get; init; }

    /// <summary>The need of every parcel.</summary>
    public NeedScores Need => _need;

    /// <summary>What is proposed for buildings.</summary>
    public DispositionPlan Dispositions => _dispositions;

    /// <summary>Prepares a request.</summary>
    public static ProposalWork Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var options = ground.Options;
        var year = ReferenceYears.Of(ground.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = pack is null ? null : RuleBook.Of(pack, (ground.City, ground.Facts), options, year, cancel);
        var need = book?.Ground.Need ?? NeedScores.Of(ground.City, ground.Facts, year ?? 0, options.Threads, cancel);
        progress?.Report(new WorkProgress("land that may join", 0));
        var membership = MembershipRules.Of(ground, book, cancel);
        var nodes = LandNodeAssembly.From(
            ground.Fabric, membership, ContactRules.Of(ground.City, ground.Fabric, ground.Graph, options), options.Threads, cancel);
        var dispositions = new DispositionPlan(ground, need, year);
        var rows = book is null ? NodeRows.None : NodeRows.Of(
            nodes, book.Rows(new RowGround(book, ground.HomeParcels, new BaseStanding(ground, dispositions).Of)));
        var benefits = NodeBenefits.Of(nodes, need, ground.NetAreas, options.NeedThreshold);
        return new ProposalWork(ground, book, need, year)
        {
            Problem = new SearchProblem(nodes, benefits, LimitsOf(options, nodes), rows) { Membership = membership },
        };
    }

    /// <summary>Searches the problem as requested.</summary>
    public SearchOutcome Search(SearchRun run, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        run.Begins?.Invoke();
        var outcome = new CitySearch(Problem, SearchStart.Nothing, progress).Run(run, _ground.Options.Threads, cancel);
        run.Ends?.Invoke();
        return outcome;
    }

    /// <summary>Gives areas outlines, dispositions and verdicts.</summary>
    /// <param name="outcome">What was searched.</param>
    /// <param name="options">What the plan is evaluated by: the request, or the request at another price of outline.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public JudgedPlan Finish(SearchOutcome outcome, ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("outlines and dispositions", 0));
        var ground = _ground.With(options);
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(Problem.Nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(ground, _need, _dispositions).From(drafts, options.Threads, cancel);
        var finish = new PlanFinish(ground, _need, new ProposalNotes(ground, _need, Problem.Membership, _year) { Book = _book })
        {
            Verdicts = _verdicts,
        };
        var judged = finish.Of(areas, outcome.Bound, _book, cancel);
        return judged with
        {
            Plan = judged.Plan with { Work = outcome.Work, IsCutShort = outcome.IsCutShort },
            Unjudged = _book is null ? [] : UnjudgedRule.In(_book),
        };
    }

    private static SearchLimits LimitsOf(ProposalOptions options, LandNodes nodes)
    {
        var grid = nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        return new SearchLimits(
            options.Lambda * nodes.MetresPerUnit,
            (long)Math.Ceiling(2 * options.MinimumArea / (grid * grid)),
            (long)Math.Min(long.MaxValue / 4, Math.Floor(2 * options.MaximumArea / (grid * grid))),
            options.Seed);
    }
}
