using CityRenewal.Geo.Areas;
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

    /// <summary>Price, sizes and seed.</summary>
    public required SearchLimits Limits { get; init; }

    /// <summary>What is proposed for buildings.</summary>
    public required DispositionPlan Dispositions { get; init; }

    /// <summary>The problem of a city under a rule pack, or under none.</summary>
    public static ProposalProblem Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var (options, fabric) = (ground.Options, ground.Fabric);
        var year = ReferenceYears.Of(ground.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = pack is null ? null : RuleBook.Of(pack, (ground.City, ground.Facts), options, year, cancel);
        var need = book?.Ground.Need ?? NeedScores.Of(ground.City, ground.Facts, year ?? 0, options.Threads, cancel);
        progress?.Report(new WorkProgress("land that may join", 0));
        var membership = MembershipRules.Of(ground, book, cancel);
        var nodes = LandNodeAssembly.From(
            fabric, membership, ContactRules.Of(ground.City, fabric, ground.Graph, options), options.Threads, cancel);
        var dispositions = new DispositionPlan(ground, need, year);
        return new ProposalProblem
        {
            Ground = ground,
            Book = book,
            Year = year,
            Need = need,
            Membership = membership,
            Nodes = nodes,
            Benefits = NodeBenefits.Of(nodes, need, ground.NetAreas, options.NeedThreshold),
            Rows = book is null ? NodeRows.None : NodeRows.Of(
                nodes, book.Rows(new RowGround(book, ground.HomeParcels, new BaseStanding(ground, dispositions).Of))),
            Limits = LimitsOf(options, nodes),
            Dispositions = dispositions,
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
