using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>Puts the problem together that a search reads: the city, the request and the rules as columns.</summary>
internal sealed class SearchProblems(ProposalGround ground, RuleBook? book, NeedScores need, DispositionPlan dispositions)
{
    private readonly BaseStanding _standing = new(ground, dispositions);

    /// <summary>The problem of all units.</summary>
    public SearchProblem Of(Membership membership, IReadOnlyList<RuleRow> rows, CancellationToken cancel)
    {
        var options = ground.Options;
        var nodes = LandNodeAssembly.From(ground.Fabric, membership, ContactRules.Of(ground), options.Threads, cancel);
        nodes = WithLimits(nodes, options.Limits);
        return new SearchProblem(
            nodes,
            NodeBenefits.Of(nodes, need, ground.NetAreas, options.NeedThreshold),
            LimitsOf(options, nodes),
            rows.Count == 0 ? NodeRows.None : NodeRows.Of(nodes, rows))
        {
            Floors = new FloorWorthAssembly(ground, need, dispositions).Of(nodes),
            PlanRows = PlanSums.Of(nodes, ground, Costs()),
            Membership = membership,
        };
    }

    /// <summary>Rules and limits as sums over the parcels of an area.</summary>
    public IReadOnlyList<RuleRow> Rows() =>
        [.. book?.Rows(new RowGround(book, ground.HomeParcels, _standing.Of), ground.Options.Threads) ?? [], .. AreaSizeRows.Of(ground)];

    /// <summary>Cost by parcel; null where no budget of cost is asked for.</summary>
    public double[]? Costs() => ground.Options.Limits is { Cost: { IsGiven: true } model, CostBudget: not null }
        ? ParcelCosts.Of(ground, model, _standing.Of)
        : null;

    private LandNodes WithLimits(LandNodes nodes, PlanLimits limits)
    {
        var (start, near) = limits.Spacing is { Value: > 0 } spacing ? NearNodes.Of(nodes, ground.Fabric, spacing.Value) : ([], []);
        return nodes with { Blocks = limits.SmallestRemainder is { Value: > 0 } ? NodeBlocks.Of(nodes) : [], NearStart = start, Near = near, SoftDivisions = SoftDivision.Of(nodes, ground) };
    }

    // No area is larger than the land of all of them may be.
    private static double MostLand(ProposalOptions options) => Math.Min(
        options.Limits.MaximumAreaPrice is null ? options.MaximumArea : double.PositiveInfinity,
        options.Limits.LandBudget is { IsSoft: false } budget ? budget.Value : double.PositiveInfinity);

    /// <summary>What the search keeps to, in its own units.</summary>
    public static SearchLimits LimitsOf(ProposalOptions options, LandNodes nodes)
    {
        var grid = nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        var limits = options.Limits;
        long Least(double area) => (long)Math.Ceiling(2 * area / (grid * grid));
        long Most(double area) => (long)Math.Min(long.MaxValue / 4, Math.Floor(2 * area / (grid * grid)));
        return new SearchLimits(
            options.Lambda * nodes.MetresPerUnit,
            limits.MinimumAreaPrice is null ? Least(options.MinimumArea) : 0,
            Most(MostLand(options)),
            options.Seed)
        {
            Opening = limits.OpeningPrice,
            LeastPolsbyPopper = limits.LeastPolsbyPopper?.Value ?? 0,
            PolsbyPopperPrice = limits.LeastPolsbyPopper?.PriceInForce ?? double.PositiveInfinity,
            FewestAreas = (int)(limits.FewestAreas?.Value ?? 0),
            FewestAreasPrice = limits.FewestAreas?.PriceInForce ?? double.PositiveInfinity,
            MostAreas = (int)(limits.MostAreas?.Value ?? int.MaxValue),
            MostAreasPrice = limits.MostAreas?.PriceInForce ?? double.PositiveInfinity,
            MostTwiceEnclave = limits.LargestEnclave is { } enclave ? Most(enclave.Value) : long.MaxValue,
            EnclavePrice = limits.LargestEnclave?.PriceInForce ?? double.PositiveInfinity,
            LeastTwiceRemainder = limits.SmallestRemainder is { } remainder ? Least(remainder.Value) : 0,
            RemainderPrice = limits.SmallestRemainder?.PriceInForce ?? double.PositiveInfinity,
            SpacingPrice = limits.Spacing?.PriceInForce ?? double.PositiveInfinity,
        };
    }
}
