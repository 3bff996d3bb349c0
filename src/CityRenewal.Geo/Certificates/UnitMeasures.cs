using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// A unit measured anew from the half-edges of the fabric: the land of its nodes, the border that each has with anything
/// outside the unit, and the common border of the pairs that a certificate names.
/// </summary>
internal sealed class UnitMeasures
{
    // Up to here 64 squares of a length fit into 64 bits.
    private const long Near = 1 << 27;

    private readonly CertifiedProblem _problem;
    private readonly UnitCertificate _certificate;
    private readonly int _first;
    private readonly int _past;
    private readonly Dictionary<long, long> _unnamed = [];

    public UnitMeasures(CertifiedProblem problem, UnitCertificate certificate, int unit)
    {
        _problem = problem;
        _certificate = certificate;
        (_first, _past) = (problem.UnitStart[unit], problem.UnitStart[unit + 1]);
        Land = new long[_past - _first];
        Free = new long[_past - _first];
        Border = new long[certificate.FlowTo.Length];
        Touches = new bool[certificate.FlowTo.Length];
        for (var node = _first; node < _past; node++)
        {
            Walk(node);
        }
    }

    /// <summary>Twice the land of each node.</summary>
    public long[] Land { get; }

    /// <summary>Border of each node with anything outside the unit, eighths of a grid unit.</summary>
    public long[] Free { get; }

    /// <summary>Common border of the two nodes of each flow.</summary>
    public long[] Border { get; }

    /// <summary>Whether a flow's street has the other node as one of its sides.</summary>
    public bool[] Touches { get; }

    /// <summary>Borders between a chosen node and another that no flow is told for: the two nodes and the length.</summary>
    public IEnumerable<(int Node, int Other, long Length)> Unnamed =>
        _unnamed.Select(pair => ((int)(pair.Key >> 32), (int)(pair.Key & int.MaxValue), pair.Value));

    private void Walk(int node)
    {
        var fabric = _problem.Fabric;
        if (_problem.StreetFace[node] >= 0)
        {
            WalkFace(node, _problem.StreetFace[node]);
            MeetSides(node);
            return;
        }

        foreach (var parcel in _problem.ParcelsOf(node))
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                // An overlap belongs to one of its parcels.
                if (fabric.FaceParcel[face] == parcel)
                {
                    WalkFace(node, face);
                }
            }
        }
    }

    private void WalkFace(int node, int face)
    {
        var fabric = _problem.Fabric;
        Land[node - _first] += fabric.TwiceArea[face];
        var next = fabric.Next;
        var faces = fabric.Face;
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var edge = ring;
            do
            {
                var other = _problem.NodeOfFace(faces[edge ^ 1]);
                if (other < _first || other >= _past)
                {
                    Free[node - _first] += LengthOf(fabric, edge);
                }
                else if (other < node)
                {
                    Meet(node - _first, other - _first, edge);
                }

                edge = next[edge];
            }
            while (edge != ring);
        }
    }

    private void Meet(int node, int other, int edge)
    {
        var flow = FlowBetween(node, other);
        if (flow >= 0)
        {
            Border[flow] += LengthOf(_problem.Fabric, edge);
        }
        else if (_certificate.Chosen[node] != _certificate.Chosen[other])
        {
            var key = ((long)node << 32) | (uint)other;
            _unnamed[key] = _unnamed.GetValueOrDefault(key) + LengthOf(_problem.Fabric, edge);
        }
    }

    private void MeetSides(int street)
    {
        var fabric = _problem.Fabric;
        var face = _problem.StreetFace[street];
        foreach (var parcel in fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]])
        {
            var flow = FlowBetween(street - _first, _problem.NodeOfParcel[parcel] - _first);
            if (flow >= 0)
            {
                Touches[flow] = true;
            }
        }
    }

    private int FlowBetween(int node, int other)
    {
        for (var flow = _certificate.FlowStart[node]; flow < _certificate.FlowStart[node + 1]; flow++)
        {
            if (_certificate.FlowTo[flow] == other)
            {
                return flow;
            }
        }

        return -1;
    }

    /// <summary>Eight times the length of a half-edge on the grid, rounded down: the largest number whose square is not above 64·(dx² + dy²).</summary>
    public static long LengthOf(LandFabric fabric, int edge)
    {
        int from = fabric.Origin[edge], to = fabric.Origin[edge ^ 1];
        long dx = fabric.VertexX[from] - (long)fabric.VertexX[to], dy = fabric.VertexY[from] - (long)fabric.VertexY[to];
        if (Math.Max(Math.Abs(dx), Math.Abs(dy)) > Near)
        {
            return LongLengthOf(((Int128)dx * dx) + ((Int128)dy * dy));
        }

        var square = 64 * ((dx * dx) + (dy * dy));
        var length = (long)Math.Sqrt(square);
        while (length * length > square)
        {
            length--;
        }

        while ((length + 1) * (length + 1) <= square)
        {
            length++;
        }

        return length;
    }

    private static long LongLengthOf(Int128 square)
    {
        square *= 64;
        var length = (long)Math.Sqrt((double)square);
        while ((Int128)length * length > square)
        {
            length--;
        }

        while (((Int128)length + 1) * (length + 1) <= square)
        {
            length++;
        }

        return length;
    }
}
