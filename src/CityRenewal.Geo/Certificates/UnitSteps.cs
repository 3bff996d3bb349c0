using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// Where an area can go on from a parcel's node of a unit, read from the fabric: over a common border, or across a street
/// that has two sides in all. More than an area may really do, never less.
/// </summary>
internal sealed class UnitSteps
{
    private readonly CertifiedProblem _problem;
    private readonly int _first;
    private readonly int _past;
    private readonly SortedSet<int>[] _beside;

    public UnitSteps(CertifiedProblem problem, int unit)
    {
        _problem = problem;
        (_first, _past) = (problem.UnitStart[unit], problem.UnitStart[unit + 1]);
        _beside = [.. Enumerable.Range(_first, _past - _first).Select(_ => new SortedSet<int>())];
        for (var node = _first; node < _past; node++)
        {
            Look(node);
        }

        Cross();
    }

    /// <summary>The parcels' nodes a step away from one, counted from the unit's first.</summary>
    public IEnumerable<int> From(int node) => _beside[node].Where(other => !IsStreet(other));

    /// <summary>Whether a node is a street.</summary>
    public bool IsStreet(int node) => _problem.StreetFace[_first + node] >= 0;

    private void Look(int node)
    {
        var fabric = _problem.Fabric;
        if (_problem.StreetFace[node] is var street and >= 0)
        {
            foreach (var parcel in fabric.SideParcels[fabric.SideStart[street]..fabric.SideStart[street + 1]])
            {
                Meet(node, _problem.NodeOfParcel[parcel]);
            }

            return;
        }

        foreach (var parcel in _problem.ParcelsOf(node))
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                if (fabric.FaceParcel[face] == parcel)
                {
                    Walk(node, face);
                }
            }
        }
    }

    private void Walk(int node, int face)
    {
        var fabric = _problem.Fabric;
        foreach (var ring in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var edge = ring;
            do
            {
                Meet(node, _problem.NodeOfFace(fabric.Face[edge ^ 1]));
                edge = fabric.Next[edge];
            }
            while (edge != ring);
        }
    }

    private void Meet(int node, int other)
    {
        if (other != node && other >= _first && other < _past)
        {
            _beside[node - _first].Add(other - _first);
            _beside[other - _first].Add(node - _first);
        }
    }

    private void Cross()
    {
        for (var node = 0; node < _beside.Length; node++)
        {
            if (IsStreet(node) && From(node).ToList() is [var one, var other])
            {
                _beside[one].Add(other);
                _beside[other].Add(one);
            }
        }
    }
}
