using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reasons;

/// <summary>Walks around an area and says of every piece of its outline what lies beyond. For one thread.</summary>
internal sealed class OutlineStops
{
    private readonly ProposalProblem _problem;
    private readonly int[] _areaOfParcel;
    private readonly Crossings _barriers;
    private readonly BarrierCrossings _crossings;
    private readonly Dictionary<int, StopReason> _known = [];

    public OutlineStops(ProposalProblem problem, int[] areaOfParcel)
    {
        (_problem, _areaOfParcel) = (problem, areaOfParcel);
        var ground = problem.Ground;
        _barriers = ground.Crossings;
        _crossings = new BarrierCrossings(ground.Fabric, ground.Barriers);
    }

    /// <summary>The outline of an area by what lies beyond, the longest part first; ties in the order of the reasons.</summary>
    public IReadOnlyList<OutlineStop> Of(int area, UnitFlips unit, FlipJudge judge)
    {
        _known.Clear();
        var fabric = _problem.Ground.Fabric;
        var streets = unit.StreetFacesAfter(null, area, joins: false).ToHashSet();
        var lengths = new double[Enum.GetValues<StopReason>().Length];
        foreach (var face in FacesOf(area, unit, streets))
        {
            foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
            {
                var h = ring;
                do
                {
                    var other = fabric.Face[h ^ 1];
                    if (!streets.Contains(other) && (fabric.FaceParcel[other] < 0 || _areaOfParcel[fabric.FaceParcel[other]] != area))
                    {
                        lengths[(int)Beyond(face, other, (area, unit, judge))] += fabric.LengthOf(h);
                    }

                    h = fabric.Next[h];
                }
                while (h != ring);
            }
        }

        var whole = lengths.Sum();
        return
        [
            .. lengths.Select((length, reason) => new OutlineStop((StopReason)reason, _problem.Ground.City.Plane.Metres(length), length / whole))
                .Where(stop => stop.LengthM > 0).OrderByDescending(stop => stop.LengthM).ThenBy(stop => stop.Reason),
        ];
    }

    private IEnumerable<int> FacesOf(int area, UnitFlips unit, HashSet<int> streets)
    {
        var nodes = unit.Land.Nodes;
        var members = Enumerable.Range(0, unit.Land.ParcelCount).Where(node => unit.AreaOf(node) == area).Select(unit.Land.CityNode);
        foreach (var parcel in members.SelectMany(node => nodes.Parcels[nodes.ParcelStart[node]..nodes.ParcelStart[node + 1]]))
        {
            var fabric = _problem.Ground.Fabric;
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]].ToArray())
            {
                // An overlap is listed under each of its parcels but belongs to one.
                if (fabric.FaceParcel[face] == parcel)
                {
                    yield return face;
                }
            }
        }

        foreach (var face in streets.Order())
        {
            yield return face;
        }
    }

    private StopReason Beyond(int face, int other, (int Area, UnitFlips Unit, FlipJudge Judge) of)
    {
        var fabric = _problem.Ground.Fabric;
        if (fabric.FaceParcel[other] is >= 0 and var parcel)
        {
            return ReasonAt(MemberAt(face, of.Area), parcel, of);
        }

        return fabric.FaceKinds[other] switch
        {
            FaceKind.Water => StopReason.Water,
            FaceKind.Outside => StopReason.TownEdge,
            _ => AcrossStreet(face, other, of),
        };
    }

    private StopReason AcrossStreet(int face, int street, (int Area, UnitFlips Unit, FlipJudge Judge) of)
    {
        var fabric = _problem.Ground.Fabric;
        if (_crossings.Cross(street, tolerance: 0, length: 0))
        {
            return StopReason.Barrier;
        }

        if (!(fabric.StripWidthM[street] <= _problem.Ground.Options.StreetWidth))
        {
            return StopReason.WideStreet;
        }

        foreach (var side in fabric.SideParcels[fabric.SideStart[street]..fabric.SideStart[street + 1]])
        {
            if (_areaOfParcel[side] != of.Area)
            {
                return ReasonAt(MemberAt(face, of.Area), side, of);
            }
        }

        return StopReason.OpenLand;
    }

    /// <summary>The parcel of the area that a face belongs to, or that a street face lies beside.</summary>
    private int MemberAt(int face, int area)
    {
        var fabric = _problem.Ground.Fabric;
        if (fabric.FaceParcel[face] is >= 0 and var parcel)
        {
            return parcel;
        }

        foreach (var side in fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]])
        {
            if (_areaOfParcel[side] == area)
            {
                return side;
            }
        }

        return -1;
    }

    private StopReason ReasonAt(int member, int other, (int Area, UnitFlips Unit, FlipJudge Judge) of)
    {
        var membership = _problem.Membership;
        if (member >= 0 && _barriers.IsBarred(member, other))
        {
            return StopReason.Barrier;
        }

        if (!_known.TryGetValue(other, out var reason))
        {
            reason = _known[other] = membership.Reasons[other] switch
            {
                MembershipReason.OutsideUdb => StopReason.OutsideUdb,
                MembershipReason.LockedOut => StopReason.LockedOut,
                MembershipReason.Candidate or MembershipReason.LockedIn => ReasonOfLand(other, of),
                _ => StopReason.KeptOut,
            };
        }

        return reason;
    }

    private StopReason ReasonOfLand(int parcel, (int Area, UnitFlips Unit, FlipJudge Judge) of)
    {
        var node = _problem.Nodes.NodeOfParcel[parcel] - of.Unit.Land.CityNode(0);
        if (node < 0 || node >= of.Unit.Land.ParcelCount)
        {
            return StopReason.UnitBorder;
        }

        if (_areaOfParcel[parcel] != UnitFlips.None)
        {
            return StopReason.OtherArea;
        }

        var flip = of.Judge.Joining(node, of.Area);
        var isUnknown = double.IsNaN(_problem.Need.Scores[parcel]);
        return flip.Gains ? OfForbidden(flip.Breaks)
            : flip.Change.Value(_problem.Limits) > Flip.LeastGain ? (flip.Dearest == FlipBreaks.None ? StopReason.Rule : OfRequest(flip.Dearest))
            : flip.Change.Benefit > 0 ? StopReason.OutlineCost
            : isUnknown ? StopReason.UnknownNeed : StopReason.LowNeed;
    }

    private static StopReason OfForbidden(FlipBreaks breaks) =>
        breaks.HasFlag(FlipBreaks.Barrier) ? StopReason.Barrier
        : breaks.HasFlag(FlipBreaks.Contiguity) ? StopReason.NotContiguous
        : breaks.HasFlag(FlipBreaks.LargestArea) ? StopReason.LargestArea
        : breaks.HasFlag(FlipBreaks.Rule) ? StopReason.Rule
        : breaks.HasFlag(FlipBreaks.Shape) ? StopReason.Shape
        : OfRequest(breaks);

    private static StopReason OfRequest(FlipBreaks breaks) =>
        breaks.HasFlag(FlipBreaks.Budget) ? StopReason.Budget
        : breaks.HasFlag(FlipBreaks.Spacing) ? StopReason.Spacing
        : breaks.HasFlag(FlipBreaks.Set) ? StopReason.Group
        : breaks.HasFlag(FlipBreaks.Enclave) ? StopReason.Enclave
        : breaks.HasFlag(FlipBreaks.Remainder) ? StopReason.Remainder
        : breaks.HasFlag(FlipBreaks.Crossing) ? StopReason.Crossing
        : StopReason.BetterIn;
}
