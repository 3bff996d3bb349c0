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
    private readonly int? _year;
    private readonly Surroundings? _around;
    private readonly ExistingLand _existing;

    private ProposalWork(ProposalGround ground, RuleBook? book, NeedScores need, int? year)
    {
        (_ground, _book, _need, _year) = (ground, book, need, year);
        _existing = new ExistingLand(ground);
        _around = book is null ? null : Surroundings.Of(ground.City, ground.Fabric, ground.Graph, ground.Options.StreetWidth);
    }

    private ProposalWork(ProposalWork work)
    {
        (_ground, _book, _need, _year) = (work._ground, work._book, work._need, work._year);
        (_around, _existing) = (work._around, work._existing);
    }

    /// <summary>What is searched.</summary>
    public required SearchProblem Problem { get; init; }

    /// <summary>The need of every parcel.</summary>
    public NeedScores Need => _need;

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
        var work = new ProposalWork(ground, book, need, year)
        {
            Problem = new SearchProblem(nodes, benefits, LimitsOf(options, nodes), rows) { Membership = membership },
        };
        return work.WithExisting();
    }

    /// <summary>The problem at another price of a metre of outline.</summary>
    public SearchProblem At(double lambda) =>
        Problem with { Limits = Problem.Limits with { Price = lambda * Problem.Nodes.MetresPerUnit } };

    /// <summary>The problem in which the land of some areas has lost a share of what it is worth.</summary>
    public SearchProblem Avoiding(IEnumerable<int[]> areas, double discount)
    {
        var benefits = (long[])Problem.Benefits.Clone();
        foreach (var node in areas.SelectMany(area => area).Distinct())
        {
            benefits[node] -= (long)(discount * Math.Max(0, benefits[node]));
        }

        return Problem with { Benefits = benefits };
    }

    /// <summary>Searches the problem as requested.</summary>
    public SearchOutcome Search(SearchRun run, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        run.Begins?.Invoke();
        var outcome = Search(Problem, [], run, ("areas", progress), cancel);
        run.Ends?.Invoke();
        return outcome;
    }

    /// <summary>Searches a problem on the same land.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">Areas to begin from; none begins from the existing plan, or from nothing.</param>
    /// <param name="run">How long the search may work.</param>
    /// <param name="told">What the search is called, and who is told how far it is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public SearchOutcome Search(
        SearchProblem problem, IReadOnlyList<int[]> start, SearchRun run, (string Stage, IProgress<WorkProgress>? Progress) told, CancellationToken cancel)
    {
        var existing = _existing.Start(problem.Nodes);
        var from = start.Count > 0 ? existing with { Areas = start } : existing;
        var outcome = new CitySearch(problem, from, told.Progress) { Stage = told.Stage }.Run(run, _ground.Options.Threads, cancel);
        return outcome with { Bound = outcome.Bound - _existing.Constant };
    }

    /// <summary>Gives areas outlines, dispositions and verdicts.</summary>
    /// <param name="outcome">What was searched.</param>
    /// <param name="options">What the plan is evaluated by: the request, or the request with another price or purpose.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public JudgedPlan Finish(SearchOutcome outcome, ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("outlines and dispositions", 0));
        var ground = _ground.With(options);
        var dispositions = new DispositionPlan(ground, _need, _year);
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(Problem.Nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(ground, _need, dispositions).From(drafts, options.Threads, cancel);
        var finish = new PlanFinish(ground, _need, new ProposalNotes(ground, _need, Problem.Membership, _year) { Book = _book })
        {
            Verdicts = _book is null ? null : new AreaVerdicts(ground, _book, dispositions, _around!),
        };
        var judged = finish.Of(areas, outcome.Bound, _book, cancel);
        return judged with
        {
            Plan = WithChange(judged.Plan) with
            {
                Work = outcome.Work.ToString(), IsCutShort = outcome.IsCutShort, Notes = [.. judged.Plan.Notes, .. SearchNotes.Of(outcome)],
            },
            Unjudged = _book is null ? [] : UnjudgedRule.In(_book),
        };
    }

    private ProposalWork WithExisting()
    {
        if (_existing.Problems(Problem.Nodes).ToList() is { Count: > 0 } problems)
        {
            throw new ProposalOptionsException(problems);
        }

        return new ProposalWork(this) { Problem = Problem with { Benefits = _existing.Priced(Problem.Nodes, Problem.Benefits) } };
    }

    /// <summary>A plan with what its departures from the existing one cost; the bound is of the same sum.</summary>
    private Plan WithChange(Plan plan)
    {
        if (_ground.Options.From is not { } from)
        {
            return plan;
        }

        var changed = _existing.Changed(plan.Areas.SelectMany(area => area.Parcels));
        var objective = plan.Objective - (from.ChangePrice * changed);
        return plan with
        {
            Objective = objective, ChangedLand = changed, Gap = objective > 0 ? Math.Max(0, (plan.Bound - objective) / objective) : null,
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
