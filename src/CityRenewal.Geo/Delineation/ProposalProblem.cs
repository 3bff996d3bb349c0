using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What a search is asked to solve: who may join, what land and streets areas are made of, what each node is worth, and which
/// sums every area keeps. Whoever explains or edits a plan asks the same problem, so that all give the same numbers.
/// </summary>
internal sealed record ProposalProblem
{
    /// <summary>The city and what is asked for.</summary>
    public required ProposalGround Ground { get; init; }

    /// <summary>The rules in force; null where no pack is asked for.</summary>
    public required RuleBook? Book { get; init; }

    /// <summary>The year that ages count from; null where none is needed.</summary>
    public required int? Year { get; init; }

    /// <summary>Why each parcel should be renewed.</summary>
    public required NeedScores Need { get; init; }

    /// <summary>Which parcels may be in an area.</summary>
    public required Membership Membership { get; init; }

    /// <summary>What areas are made of.</summary>
    public required LandNodes Nodes { get; init; }

    /// <summary>What each node is worth, millionths of a m².</summary>
    public required long[] Benefits { get; init; }

    /// <summary>The sums that every area keeps.</summary>
    public required NodeRows Rows { get; init; }

    /// <summary>The sums that all areas together keep.</summary>
    public required PlanRows PlanRows { get; init; }

    /// <summary>Price, sizes and seed.</summary>
    public required SearchLimits Limits { get; init; }

    /// <summary>What is proposed for buildings.</summary>
    public required DispositionPlan Dispositions { get; init; }

    /// <summary>The problem of a city under a rule pack, or under none.</summary>
    public static ProposalProblem Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var run = ProposalRun.Of(pack, ground, progress, cancel);
        return From(run, run.Prepare(cancel));
    }

    /// <summary>The problem of a run that is prepared.</summary>
    public static ProposalProblem From(ProposalRun run, PreparedSearch ready) => new()
    {
        Ground = run.Ground,
        Book = run.Book,
        Year = run.Year,
        Need = run.Need,
        Membership = ready.Problem.Membership,
        Nodes = ready.Nodes,
        Benefits = ready.Problem.Benefits,
        Rows = ready.Problem.Rows,
        PlanRows = ready.Problem.PlanRows,
        Limits = ready.Problem.Limits,
        Dispositions = run.Dispositions,
    };
}
