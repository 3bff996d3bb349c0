using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
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
    /// <summary>Parcels that the run is about; null is all.</summary>
    public IReadOnlySet<int>? Focus { get; init; }

    /// <summary>What is proposed for buildings.</summary>
    public DispositionPlan Dispositions => new(Ground, Need, Year) { NewPerDemolished = NewPerDemolished.Of(Book) };

    /// <summary>Makes the rules and the need of a request ready.</summary>
    public static ProposalRun Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var options = ground.Options;
        var year = ReferenceYears.Of(ground.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = pack is null ? null : RuleBook.Of(pack, (ground.City, ground.Facts, ground.Tolerances), options, year, cancel);
        var need = book?.Ground.Need ?? NeedScores.Of(ground.City, ground.Facts, year ?? 0, options.Threads, cancel);
        progress?.Report(new WorkProgress("land that may join", 0));
        return new ProposalRun(ground, book, need, year);
    }

    /// <summary>The problem that the search reads.</summary>
    public PreparedSearch Prepare(CancellationToken cancel)
    {
        var problems = new SearchProblems(Ground, Book, Need, Dispositions);
        var rows = problems.Rows();
        var membership = MembershipRules.Of(Ground, Book, cancel, Focus);
        if (Book is not null && Ground.Options.Limits.Projects.Count > 0)
        {
            new ProjectStanding(Ground, Book, Dispositions).TakeOut(membership);
        }

        var problem = problems.Of(membership, rows, cancel);
        return new PreparedSearch(problem, new SearchRequest(Need, rows, problem.Limits) { Sums = problem.PlanRows, Floors = Floors() });
    }

    private CertifiedFloors? Floors() => Dispositions is not { ChoosesByWorth: true } dispositions ? null : new CertifiedFloors(Ground.City, Ground.Facts)
    {
        DemolitionWorth = Ground.Options.DemolitionWorth,
        NewFloorAreaWorth = Ground.Options.NewFloorAreaWorth,
        DemolitionLimit = Ground.Options.ElectiveDemolitionLimit,
        NewPerDemolished = dispositions.NewPerDemolished,
        PaddingNeed = Ground.Options.PaddingNeed,
        RenovationAge = Ground.Options.RenovationAge,
        Year = Year,
    };

    /// <summary>The plan of what breaks nothing.</summary>
    /// <param name="ready">What was searched.</param>
    /// <param name="searched">What was found.</param>
    /// <param name="proof">What the check of the bound says.</param>
    /// <param name="cancel">Ends the work.</param>
    public JudgedPlan Finish(PreparedSearch ready, SearchOutcome searched, CertificateVerdict proof, CancellationToken cancel)
    {
        var problem = ready.Problem;
        var outcome = new PlanRepair(problem).Of(new EnclaveRepair(problem, Ground.Fabric).Of(searched));
        var dispositions = Dispositions;
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(problem.Nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(Ground, Need, dispositions).From(drafts, Ground.Options.Threads, cancel);
        var finish = new PlanFinish(Ground, Need, new ProposalNotes(Ground, Need, problem.Membership, Year) { Book = Book })
        {
            Obligatory = PlanObjective.Obligatory(problem.Nodes, problem.Benefits),
            Proof = proof,
            PlanLimits = new PlanLimitChecks(Ground, problem.Membership),
            Verdicts = Book is null ? null : new AreaVerdicts(Ground, Book, dispositions),
            Floors = new AreaFloors(Ground, dispositions),
        };
        return finish.Of(areas, Book, cancel) with { Unjudged = Book is null ? [] : UnjudgedRule.In(Book) };
    }
}
