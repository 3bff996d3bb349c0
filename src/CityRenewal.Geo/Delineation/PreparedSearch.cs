using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>A request made ready on a city: who may join, what land is made of, what it is worth and what limits it.</summary>
internal sealed class PreparedSearch
{
    /// <summary>The rules made ready; null where none.</summary>
    public required RuleBook? Book { get; init; }

    /// <summary>The year that ages count from.</summary>
    public required int? Year { get; init; }

    /// <summary>Which parcels may join.</summary>
    public required Membership Membership { get; init; }

    /// <summary>The columns that a search reads.</summary>
    public required SearchProblem Problem { get; init; }

    /// <summary>What areas are made of.</summary>
    public LandNodes Nodes => Problem.Nodes;

    /// <summary>What is proposed for buildings.</summary>
    public required DispositionPlan Dispositions { get; init; }

    /// <summary>What is asked.</summary>
    public required SearchRequest Asked { get; init; }

    /// <summary>Everything up to the search.</summary>
    public static PreparedSearch Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var options = ground.Options;
        var year = ReferenceYears.Of(ground.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = pack is null ? null : RuleBook.Of(pack, (ground.City, ground.Facts), options, year, cancel);
        var need = book?.Ground.Need ?? NeedScores.Of(ground.City, ground.Facts, year ?? 0, options.Threads, cancel);
        progress?.Report(new WorkProgress("land that may join", 0));
        var membership = MembershipRules.Of(ground, book, cancel);
        var dispositions = new DispositionPlan(ground, need, year);
        var problems = new SearchProblems(ground, book, need, dispositions);
        var rows = problems.Rows();
        var problem = problems.Of(membership, rows, cancel);
        return new PreparedSearch
        {
            Book = book,
            Year = year,
            Membership = membership,
            Problem = problem,
            Dispositions = dispositions,
            Asked = new SearchRequest(need, rows, problem.Limits) { Sums = problem.PlanRows },
        };
    }

    /// <summary>What was asked, for whoever checks a bound.</summary>
    public CertifiedProblem Statement(ProposalGround ground) => PlanProof.Statement(ground, Nodes, Asked);
}
