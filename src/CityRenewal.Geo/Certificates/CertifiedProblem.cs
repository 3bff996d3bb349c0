using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// What was asked, in facts: which parcels and streets may lie in areas, how they are grouped into nodes and units, and what
/// limits the areas. Lengths, areas, benefits and sums are not told here; who checks a certificate measures them anew.
/// </summary>
public sealed record CertifiedProblem
{
    private int[]? _parcelStart;
    private int[]? _parcels;
    private int[]? _nodeOfFace;
    private NodeFloors? _nodeFloors;

    /// <summary>Version of the city.</summary>
    public required string DataVersion { get; init; }

    /// <summary>The land.</summary>
    public required LandFabric Fabric { get; init; }

    /// <summary>The node of each parcel, -1 where it may not be in an area; parcels of one node stay together.</summary>
    public required int[] NodeOfParcel { get; init; }

    /// <summary>The face of each street's node, -1 for parcels.</summary>
    public required int[] StreetFace { get; init; }

    /// <summary>First node of each unit, and one past the last; no area crosses from one unit to the next.</summary>
    public required int[] UnitStart { get; init; }

    /// <summary>What the planner decided about each parcel.</summary>
    public required IReadOnlyList<ParcelLock> Locks { get; init; }

    /// <summary>The need of each parcel.</summary>
    public required NeedScores Need { get; init; }

    /// <summary>Need at which a parcel's benefit is zero.</summary>
    public required double NeedThreshold { get; init; }

    /// <summary>What a m² costs that changes sides against an existing plan, m² of benefit.</summary>
    public double ChangePrice { get; init; }

    /// <summary>Whether a parcel is in the existing plan.</summary>
    public Func<int, bool> IsInExistingPlan { get; init; } = _ => false;

    /// <summary>What every area keeps to.</summary>
    public required IReadOnlyList<RuleRow> Rows { get; init; }

    /// <summary>What the whole plan keeps to.</summary>
    public required IReadOnlyList<CertifiedSum> PlanSums { get; init; }

    /// <summary>Limits of size, shape and number, and the price of outlines.</summary>
    public required CertifiedLimits Limits { get; init; }

    /// <summary>What was asked of floor area; null where it has no worth.</summary>
    public CertifiedFloors? Floors { get; init; }

    /// <summary>What floor area can be worth on each node; null where it has no worth.</summary>
    internal NodeFloors? NodeFloors => _nodeFloors;

    /// <summary>What makes land contiguous.</summary>
    public required CertifiedContacts Contacts { get; init; }

    /// <summary>Number of units.</summary>
    public int UnitCount => UnitStart.Length - 1;

    /// <summary>The parcels of a node, ascending.</summary>
    internal ReadOnlySpan<int> ParcelsOf(int node) => _parcels.AsSpan(_parcelStart![node].._parcelStart[node + 1]);

    /// <summary>The node of the land on one side of a border, -1 where it belongs to none.</summary>
    internal int NodeOfFace(int face) => _nodeOfFace![face];

    /// <summary>The land of a parcel in the fabric, m².</summary>
    internal double NetAreaOf(int parcel)
    {
        long twice = 0;
        foreach (var face in Fabric.ParcelFaces[Fabric.ParcelFaceStart[parcel]..Fabric.ParcelFaceStart[parcel + 1]])
        {
            twice += Fabric.FaceParcel[face] == parcel ? Fabric.TwiceArea[face] : 0;
        }

        return Fabric.Plane.SquareMetresOfTwice(twice);
    }

    /// <summary>The half-edges around the faces that are a parcel's own, each with the face beyond it.</summary>
    internal IEnumerable<(int Edge, int Beyond)> EdgesOf(int parcel)
    {
        for (var at = Fabric.ParcelFaceStart[parcel]; at < Fabric.ParcelFaceStart[parcel + 1]; at++)
        {
            // An overlap belongs to one of its parcels.
            var face = Fabric.ParcelFaces[at];
            for (var ring = Fabric.FaceRingStart[face]; Fabric.FaceParcel[face] == parcel && ring < Fabric.FaceRingStart[face + 1]; ring++)
            {
                var first = Fabric.FaceRings[ring];
                var edge = first;
                do
                {
                    yield return (edge, Fabric.Face[edge ^ 1]);
                    edge = Fabric.Next[edge];
                }
                while (edge != first);
            }
        }
    }

    /// <summary>What the parcels of a node take of a row together.</summary>
    internal long TakenOf(RuleRow row, int node)
    {
        long sum = 0;
        foreach (var parcel in ParcelsOf(node))
        {
            sum = Math.Min(RuleRow.Prohibitive, sum + row.Slack[parcel]);
        }

        return sum;
    }

    /// <summary>Sorts parcels and faces by node; once, before many threads ask.</summary>
    internal void Prepare()
    {
        var parcelStart = new int[StreetFace.Length + 1];
        foreach (var node in NodeOfParcel)
        {
            if (node >= 0)
            {
                parcelStart[node + 1]++;
            }
        }

        for (var node = 0; node < StreetFace.Length; node++)
        {
            parcelStart[node + 1] += parcelStart[node];
        }

        var next = parcelStart[..^1];
        _parcels = new int[parcelStart[^1]];
        for (var parcel = 0; parcel < NodeOfParcel.Length; parcel++)
        {
            if (NodeOfParcel[parcel] >= 0)
            {
                _parcels[next[NodeOfParcel[parcel]]++] = parcel;
            }
        }

        _parcelStart = parcelStart;
        _nodeOfFace = NodesOfFaces();
        _nodeFloors = Floors is null ? null : new NodeFloors(this, Floors);
    }

    private int[] NodesOfFaces()
    {
        var nodes = new int[Fabric.FaceCount];
        var parcels = Fabric.FaceParcel;
        for (var face = 0; face < nodes.Length; face++)
        {
            nodes[face] = parcels[face] >= 0 ? NodeOfParcel[parcels[face]] : -1;
        }

        for (var node = 0; node < StreetFace.Length; node++)
        {
            if (StreetFace[node] >= 0)
            {
                nodes[StreetFace[node]] = node;
            }
        }

        return nodes;
    }
}
