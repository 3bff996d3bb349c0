using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// Why every parcel of a city is in an area of a plan or in none: the main reason, the area in question, and what the
/// objective would change by if the parcel, with those that it cannot be parted from, were flipped. Exact in the whole
/// numbers of the search. Computed for all parcels in one pass; details are computed when asked for.
/// </summary>
public sealed class PlanReasons
{
    private readonly ReasonCode[] _codes;
    private readonly int[] _areas;
    private readonly double[] _changes;
    private readonly int[] _rows;
    private readonly int[] _areaOfNode;
    private readonly AreaSums[] _sums;
    private FlipLimits? _request;

    private PlanReasons(ProposalProblem problem, IReadOnlyList<AreaMembers> areas, int[] areaOfParcel)
    {
        var count = areaOfParcel.Length;
        (Problem, Areas, AreaOfParcel) = (problem, areas, areaOfParcel);
        (_codes, _areas, _changes, _rows) = (new ReasonCode[count], new int[count], new double[count], new int[count]);
        _areaOfNode = new int[problem.Nodes.Count];
        Array.Fill(_areaOfNode, UnitFlips.None);
        _sums = [.. areas.Select(_ => new AreaSums(problem.Rows.Count))];
    }

    /// <summary>Number of parcels.</summary>
    public int Count => _codes.Length;

    /// <summary>The areas of the plan.</summary>
    public IReadOnlyList<AreaMembers> Areas { get; }

    /// <summary>The main reason of every parcel.</summary>
    public ReadOnlySpan<ReasonCode> Codes => _codes;

    /// <summary>
    /// The area of every parcel that is in one; of every other the area that it would join, -1 where it meets none.
    /// </summary>
    public ReadOnlySpan<int> AreaInQuestion => _areas;

    /// <summary>
    /// What the objective would change by if the parcel were flipped, m²; NaN where it may not join. Of a parcel that meets no
    /// area: what it would be worth as an area by itself.
    /// </summary>
    public ReadOnlySpan<double> ObjectiveChanges => _changes;

    /// <summary>Whether a parcel is in an area.</summary>
    public bool IsIn(int parcel) => AreaOfParcel[parcel] != UnitFlips.None;

    /// <summary>The city.</summary>
    public City City => Problem.Ground.City;

    internal ProposalProblem Problem { get; }

    internal int[] AreaOfParcel { get; }

    /// <summary>The row of the rule pack that keeps a parcel where it is, -1 where none does.</summary>
    internal int RowOf(int parcel) => _rows[parcel];

    internal AreaSums SumsOf(int area) => _sums[area];

    /// <summary>The reasons of a plan.</summary>
    /// <param name="problem">The problem that it is a solution of.</param>
    /// <param name="areas">Its areas.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ProposalOptionsException">The problem could not hold such areas; lists every parcel that does not fit.</exception>
    internal static PlanReasons Of(ProposalProblem problem, IReadOnlyList<AreaMembers> areas, CancellationToken cancel = default)
    {
        problem = WithOwnLargest(problem);
        var problems = new List<OptionProblem>();
        var areaOfParcel = PlanFit.AreaOfParcel(problem, areas, problems);
        if (problems.Count > 0)
        {
            throw new ProposalOptionsException(problems);
        }

        var reasons = new PlanReasons(problem, areas, areaOfParcel);
        reasons.Explain(cancel);
        return reasons;
    }

    // The search lets no area be larger than the budget of land; here the two limits are told apart.
    private static ProposalProblem WithOwnLargest(ProposalProblem problem)
    {
        var options = problem.Ground.Options;
        var without = options with { Limits = options.Limits with { LandBudget = null } };
        return problem with { Limits = problem.Limits with { MostTwiceArea = SearchProblems.LimitsOf(without, problem.Nodes).MostTwiceArea } };
    }

    /// <summary>A unit with the plan laid on it; a fresh one each time, for one thread.</summary>
    internal UnitFlips UnitOf(int unit)
    {
        var nodes = Problem.Nodes;
        var land = new UnitLand(nodes, Problem.Benefits, Problem.Limits, unit, Problem.Rows);
        return new UnitFlips(land, _areaOfNode.AsSpan(nodes.ProblemStart[unit]..nodes.ProblemStart[unit + 1]));
    }

    /// <summary>The reasons of the nodes of a unit.</summary>
    internal NodeReasons NodesOf(UnitFlips unit) => new(unit, _sums, _request);

    /// <summary>The unit of an area with the plan laid on it.</summary>
    internal UnitFlips UnitOfArea(int area) => UnitOf(UnitOfNode(Problem.Nodes.NodeOfParcel[Areas[area].Parcels[0]]));

    /// <summary>The parcels of some nodes of a unit, ascending.</summary>
    internal IReadOnlyList<int> ParcelsOf(UnitFlips unit, IEnumerable<int> nodes)
    {
        var parcels = new List<int>();
        foreach (var node in nodes.Select(unit.Land.CityNode))
        {
            parcels.AddRange(Problem.Nodes.Parcels.AsSpan(Problem.Nodes.ParcelStart[node]..Problem.Nodes.ParcelStart[node + 1]));
        }

        parcels.Sort();
        return parcels;
    }

    /// <summary>What flips in a unit are worth.</summary>
    internal FlipJudge JudgeOf(UnitFlips unit) => new(unit, _sums, _request);

    /// <summary>The limits of the request that the sums of one area do not decide; null where there are none.</summary>
    internal FlipLimits? Request => _request;

    /// <summary>Grows areas on the free land of a unit; a fresh one each time.</summary>
    internal AreaGrowth GrowthIn(int unit) => new(UnitOf(unit), _sums);

    /// <summary>The unit of a city-wide node.</summary>
    internal int UnitOfNode(int node)
    {
        var at = Array.BinarySearch(Problem.Nodes.ProblemStart, node);
        if (at < 0)
        {
            return ~at - 1;
        }

        // Units without nodes share their start with the next.
        while (Problem.Nodes.ProblemStart[at + 1] == node)
        {
            at++;
        }

        return at;
    }

    private void Explain(CancellationToken cancel)
    {
        var nodes = Problem.Nodes;
        for (var parcel = 0; parcel < Count; parcel++)
        {
            if (nodes.NodeOfParcel[parcel] is >= 0 and var node)
            {
                _areaOfNode[node] = AreaOfParcel[parcel];
            }
            else
            {
                _codes[parcel] = MembershipWords.CodeOf(Problem.Membership.Reasons[parcel]);
                (_areas[parcel], _changes[parcel], _rows[parcel]) = (UnitFlips.None, double.NaN, -1);
            }
        }

        _request = FlipLimits.Of(Problem, Areas.Count, (_areaOfNode, AreaOfParcel));
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = Problem.Ground.Options.Threads > 0 ? Problem.Ground.Options.Threads : Environment.ProcessorCount,
        };
        Parallel.For(0, nodes.ProblemCount, options, unit => Explain(UnitOf(unit)));
    }

    // No area lies in two units, so each is summed by one thread.
    private void Explain(UnitFlips unit)
    {
        for (var node = 0; node < unit.Land.Count; node++)
        {
            if (unit.AreaOf(node) is not UnitFlips.None and var area)
            {
                unit.AddTo(_sums[area], node);
            }
        }

        var reasons = NodesOf(unit);
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            var flip = reasons.FlipOf(node);
            var cityNode = unit.Land.CityNode(node);
            for (var i = Problem.Nodes.ParcelStart[cityNode]; i < Problem.Nodes.ParcelStart[cityNode + 1]; i++)
            {
                Tell(Problem.Nodes.Parcels[i], flip, reasons.CodeOf(node, flip, OwnBenefit(Problem.Nodes.Parcels[i]), NeedIsUnknown(Problem.Nodes.Parcels[i])));
            }
        }
    }

    private void Tell(int parcel, Flip flip, ReasonCode code)
    {
        code = code == ReasonCode.LockedIn && Problem.Ground.Locks[parcel] != ParcelLock.In ? ReasonCode.ComesWithGroup : code;
        (_codes[parcel], _areas[parcel], _changes[parcel], _rows[parcel]) = (code, flip.Area, flip.Gain, flip.Row);
        if (code is ReasonCode.TooLittleLand or ReasonCode.NothingAround && AreaAcrossTheUnitBorder(parcel) is { } area)
        {
            (_codes[parcel], _areas[parcel]) = (ReasonCode.OtherUnit, area);
        }
    }

    private int? AreaAcrossTheUnitBorder(int parcel)
    {
        var graph = Problem.Ground.Graph;
        var units = Problem.Membership.Units;
        int? first = null;
        foreach (var other in graph.Neighbours[graph.NeighbourStart[parcel]..graph.NeighbourStart[parcel + 1]])
        {
            var area = AreaOfParcel[other];
            first = area != UnitFlips.None && units[other] != units[parcel] && (first is null || area < first) ? area : first;
        }

        return first;
    }

    internal double OwnBenefit(int parcel) => NodeBenefits.Of(
        Problem.Need.Scores[parcel], Problem.Ground.NetAreas[parcel], Problem.Ground.Options.NeedThreshold);

    internal bool NeedIsUnknown(int parcel) => double.IsNaN(Problem.Need.Scores[parcel]);
}
