using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>The flip that explains each node of a unit, and the main reason of each of its parcels.</summary>
internal sealed class NodeReasons
{
    private readonly UnitFlips _unit;
    private readonly FlipJudge _judge;
    private readonly bool[] _isCut;
    private readonly long[] _freeLand;
    private readonly List<int> _areas = [];

    public NodeReasons(UnitFlips unit, IReadOnlyList<AreaSums> sums, FlipLimits? request = null)
    {
        _unit = unit;
        _judge = new FlipJudge(unit, sums, request);
        _isCut = CutNodes.Of(unit);
        _freeLand = FreeLand.Of(unit);
    }

    /// <summary>Whether a member's area falls apart without it.</summary>
    public bool IsCut(int node) => _isCut[node];

    /// <summary>Twice the free land that lies together around a free node, square grid units.</summary>
    public long FreeLandAround(int node) => _freeLand[node];

    /// <summary>Taking a member out, or a free node into the area that explains best why it is out; alone where it meets none.</summary>
    public Flip FlipOf(int node)
    {
        if (_unit.AreaOf(node) != UnitFlips.None)
        {
            return _judge.Leaving(node, _isCut[node]);
        }

        NeighbourAreas.Of(_unit, node, _areas);
        Flip? best = null;
        foreach (var area in _areas)
        {
            var flip = _judge.Joining(node, area);
            best = best is { } sofar && (sofar.Rank, sofar.Gain).CompareTo((flip.Rank, flip.Gain)) >= 0 ? sofar : flip;
        }

        return best ?? _judge.Alone(node);
    }

    /// <summary>Every way in which a free node could join, by area.</summary>
    public IReadOnlyList<Flip> FlipsOf(int node)
    {
        if (_unit.AreaOf(node) != UnitFlips.None)
        {
            return [FlipOf(node)];
        }

        NeighbourAreas.Of(_unit, node, _areas);
        return _areas.Count == 0 ? [_judge.Alone(node)] : [.. _areas.Select(area => _judge.Joining(node, area))];
    }

    /// <summary>The reason of a parcel of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="flip">Its flip.</param>
    /// <param name="own">What the parcel alone brings, m².</param>
    /// <param name="isUnknown">Whether the parcel's need is unknown.</param>
    public ReasonCode CodeOf(int node, Flip flip, double own, bool isUnknown) => _unit.AreaOf(node) != UnitFlips.None
        ? CodeOfMember(node, flip, own)
        : flip.Area == UnitFlips.None
        ? CodeOfLonely(node, flip, own, isUnknown)
        : flip.Gains
        ? CodeOfForbidden(flip.Breaks)
        : CodeOfLoss(flip, own, isUnknown);

    private ReasonCode CodeOfMember(int node, Flip flip, double own)
    {
        if (flip.Breaks.HasFlag(FlipBreaks.Lock))
        {
            return ReasonCode.LockedIn;
        }

        if (flip.Gain < -Flip.LeastGain)
        {
            return own > 0 ? ReasonCode.WorthIt
                : _unit.Land.Benefits.Span[node] > 0 ? ReasonCode.ComesWithGroup : ReasonCode.ShortensOutline;
        }

        return !flip.Gains ? ReasonCode.NoDifference
            : flip.Breaks.HasFlag(FlipBreaks.Contiguity) ? ReasonCode.HoldsTogether
            : flip.Breaks.HasFlag(FlipBreaks.SmallestArea) ? ReasonCode.NeededForSize
            : flip.Breaks.HasFlag(FlipBreaks.Rule) ? ReasonCode.NeededForRule
            : flip.Breaks.HasFlag(FlipBreaks.Shape) ? ReasonCode.NeededForShape
            : flip.Breaks.HasFlag(FlipBreaks.Set) ? ReasonCode.NeededForSet
            : flip.Breaks.HasFlag(FlipBreaks.Enclave) ? ReasonCode.NeededForEnclave
            : flip.Breaks.HasFlag(FlipBreaks.Remainder) ? ReasonCode.NeededForRemainder
            : flip.Breaks.HasFlag(FlipBreaks.Number) ? ReasonCode.NeededForNumber
            : ReasonCode.BetterOut;
    }

    // Whatever area held it would exceed a budget, be one too many or be too near to another.
    private const FlipBreaks OfAnyAreaThere = FlipBreaks.Budget | FlipBreaks.Number | FlipBreaks.Spacing;

    private ReasonCode CodeOfLonely(int node, Flip flip, double own, bool isUnknown) =>
        flip.Change.Benefit <= 0 ? CodeOfLoss(flip, own, isUnknown)
        : (flip.Breaks & OfAnyAreaThere) != 0 ? CodeOfForbidden(flip.Breaks & OfAnyAreaThere)
        : flip.Gains && flip.IsAllowed ? ReasonCode.BetterIn
        : _freeLand[node] < _unit.Land.Limits.LeastTwiceArea ? ReasonCode.TooLittleLand
        : ReasonCode.NothingAround;

    private static ReasonCode CodeOfForbidden(FlipBreaks breaks) =>
        breaks.HasFlag(FlipBreaks.Barrier) ? ReasonCode.BehindBarrier
        : breaks.HasFlag(FlipBreaks.Contiguity) ? ReasonCode.MeetsTooShortly
        : breaks.HasFlag(FlipBreaks.LargestArea) ? ReasonCode.AreaFull
        : breaks.HasFlag(FlipBreaks.Rule) ? ReasonCode.BreaksRule
        : breaks.HasFlag(FlipBreaks.Shape) ? ReasonCode.BreaksShape
        : OfRequest(breaks);

    private static ReasonCode OfRequest(FlipBreaks breaks) =>
        breaks.HasFlag(FlipBreaks.Budget) ? ReasonCode.OverBudget
        : breaks.HasFlag(FlipBreaks.Spacing) ? ReasonCode.TooNear
        : breaks.HasFlag(FlipBreaks.Number) ? ReasonCode.TooManyAreas
        : breaks.HasFlag(FlipBreaks.Set) ? ReasonCode.SplitsSet
        : breaks.HasFlag(FlipBreaks.Enclave) ? ReasonCode.ClosesEnclave
        : breaks.HasFlag(FlipBreaks.Remainder) ? ReasonCode.LeavesRemainder
        : breaks.HasFlag(FlipBreaks.Crossing) ? ReasonCode.CrossingCostsMore
        : ReasonCode.BetterIn;

    // What pays for its outline and still loses does so by the price of a limit.
    private ReasonCode CodeOfLoss(Flip flip, double own, bool isUnknown) =>
        flip.Change.Value(_unit.Land.Limits) > Flip.LeastGain ? (flip.Dearest == FlipBreaks.None ? ReasonCode.BreaksRule : OfRequest(flip.Dearest))
        : flip.Change.Benefit > 0 ? ReasonCode.OutlineCostsMore
        : isUnknown ? ReasonCode.NeedUnknown
        : own <= 0 ? ReasonCode.NeedTooLow
        : ReasonCode.GroupCostsMore;
}
