using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>One run from what may join to finished areas, of the whole city or of a part of it.</summary>
/// <param name="Ground">The city and the request.</param>
/// <param name="Book">The rules; null where there are none.</param>
/// <param name="Need">Why parcels should be renewed.</param>
/// <param name="Year">The year that ages count from.</param>
internal sealed record ProposalRun(ProposalGround Ground, RuleBook? Book, NeedScores Need, int? Year)
{
    /// <summary>What lies around areas, for rules that ask; made once for several runs.</summary>
    public required Lazy<Surroundings> Around { get; init; }

    /// <summary>Parcels that the run is about; null is all.</summary>
    public IReadOnlySet<int>? Focus { get; init; }

    private DispositionPlan Dispositions => new(Ground, Need, Year);

    /// <summary>The problem that the search reads.</summary>
    public SearchProblem Problem(CancellationToken cancel) =>
        new SearchProblems(Ground, Book, Need, Dispositions).Of(MembershipRules.Of(Ground, Book, cancel, Focus), cancel);

    /// <summary>The areas that are found, and the bound.</summary>
    public SearchOutcome Search(SearchProblem problem, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var outcome = new CitySearch(problem.Nodes, problem.Benefits, problem.Limits, problem.Rows, progress).Run(Ground.Options.Threads, cancel);
        return new PlanRepair(problem).Of(new EnclaveRepair(problem, Ground.Fabric).Of(outcome));
    }

    /// <summary>The plan of what breaks nothing.</summary>
    public JudgedPlan Finish(SearchProblem problem, SearchOutcome outcome, CancellationToken cancel)
    {
        var dispositions = Dispositions;
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(problem.Nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(Ground, Need, dispositions).From(drafts, Ground.Options.Threads, cancel);
        var finish = new PlanFinish(Ground, Need, new ProposalNotes(Ground, Need, problem.Membership, Year) { Book = Book })
        {
            PlanLimits = new PlanLimitChecks(Ground, problem.Membership),
            Verdicts = Book is null ? null : new AreaVerdicts(Ground, Book, dispositions, Around.Value),
        };
        return finish.Of(areas, outcome.Bound, Book, cancel) with { Unjudged = Book is null ? [] : UnjudgedRule.In(Book) };
    }
}
