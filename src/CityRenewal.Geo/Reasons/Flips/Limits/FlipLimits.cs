using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// The limits of a request that the sums of one area do not decide: budgets and numbers of the plan, distances, pairs at a
/// price, sets, enclaves, remainders. Safe to ask from many threads.
/// </summary>
internal sealed class FlipLimits
{
    private readonly IFlipLimit[] _limits;

    private FlipLimits(IFlipLimit[] limits) => _limits = limits;

    /// <summary>The limits of a problem with a plan laid on it; null where it has none.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="areas">Number of areas.</param>
    /// <param name="areaOf">The area of each node of a parcel, and of each parcel.</param>
    public static FlipLimits? Of(ProposalProblem problem, int areas, (int[] OfNode, int[] OfParcel) areaOf)
    {
        IFlipLimit[] limits = [.. OfPlan(problem, areas, areaOf.OfNode), .. OfAreas(problem, areaOf)];
        return limits.Length > 0 ? new FlipLimits(limits) : null;
    }

    /// <summary>What all of them make of a flip, one by one.</summary>
    public List<FlipEffect> EffectsOf(in FlipAsked asked)
    {
        var effects = new List<FlipEffect>();
        foreach (var limit in _limits)
        {
            limit.AddTo(effects, asked);
        }

        return effects;
    }

    /// <summary>How much of each is used where an area is.</summary>
    public IEnumerable<FlipEffect> StatesOf(UnitFlips unit, int area) => _limits.SelectMany(limit => limit.StateOf(unit, area));

    private static IEnumerable<IFlipLimit> OfPlan(ProposalProblem problem, int areas, int[] areaOfNode)
    {
        var limits = problem.Limits;
        if (problem.PlanRows.Count > 0)
        {
            yield return new BudgetFlips(problem.PlanRows, areaOfNode);
        }

        if (limits.FewestAreas > 0 || limits.MostAreas < int.MaxValue)
        {
            yield return new NumberFlips(limits, areas);
        }

        if (problem.Nodes.NearStart.Length > 0)
        {
            yield return new SpacingFlips(problem.Nodes, areaOfNode, limits.SpacingPrice);
        }
    }

    private static IEnumerable<IFlipLimit> OfAreas(ProposalProblem problem, (int[] OfNode, int[] OfParcel) areaOf)
    {
        var (limits, ground) = (problem.Limits, problem.Ground);
        if (!ground.Pairs.IsEmpty)
        {
            yield return new PairFlips(ground.Pairs, areaOf.OfParcel);
        }

        if (WholeRequest.In(ground) is { Count: > 0 } sets)
        {
            yield return new SetFlips(sets, ground.NetAreas, areaOf.OfParcel);
        }

        if (ground.Options.Limits.DivisionPrices.Count > 0)
        {
            yield return new DivisionFlips(ground);
        }

        if (ground.Options.Limits.LargestEnclave is { } enclave)
        {
            yield return new EnclaveFlips(
                ground.Fabric, new AreaFaces(ground.Fabric), (enclave.Value, enclave.PriceInForce, twice => ground.City.Plane.SquareMetresOfTwice(twice)));
        }

        if (limits.LeastTwiceRemainder > 0)
        {
            yield return new RemainderFlips(
                problem.Nodes, areaOf.OfNode, (limits.LeastTwiceRemainder, limits.RemainderPrice, ground.City.Plane.SquareMetresOfTwice(1)));
        }
    }
}
