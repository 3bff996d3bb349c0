namespace CityRenewal.Geo.Certificates;

/// <summary>
/// Where an area can go on from a parcel's node of a unit, read from the fabric: over a common border of two parcels that is
/// long enough, or across a street that has just two sides, which face each other. More than an area may really do, never less.
/// </summary>
internal sealed class UnitSteps
{
    private readonly CertifiedProblem _problem;
    private readonly int _first;
    private readonly int _past;
    private readonly SortedSet<int>[] _next;
    private readonly SortedSet<int>[] _apart;
    private readonly int[]?[] _from;

    public UnitSteps(CertifiedProblem problem, int unit)
    {
        _problem = problem;
        (_first, _past) = (problem.UnitStart[unit], problem.UnitStart[unit + 1]);
        _next = [.. Enumerable.Range(_first, _past - _first).Select(_ => new SortedSet<int>())];
        _apart = [.. _next.Select(_ => new SortedSet<int>())];
        _from = new int[_next.Length][];
        for (var node = _first; node < _past; node++)
        {
            if (problem.StreetFace[node] >= 0)
            {
                Cross(problem.StreetFace[node]);
                continue;
            }

            foreach (var parcel in problem.ParcelsOf(node))
            {
                KeepApart(node, parcel, problem.Contacts.PartnersOf(parcel));
                GoOn(node, parcel);
            }
        }
    }

    /// <summary>The parcels' nodes a step away from one, counted from the unit's first.</summary>
    public int[] From(int node) => _from[node] ??= [.. _next[node].Except(_apart[node])];

    /// <summary>Whether a node is a street.</summary>
    public bool IsStreet(int node) => _problem.StreetFace[_first + node] >= 0;

    private void GoOn(int node, int parcel)
    {
        var borders = BordersOf(parcel);
        KeepApart(node, parcel, borders.Keys);
        foreach (var (other, length) in borders)
        {
            if (length >= Math.Max(1, _problem.Contacts.Least))
            {
                _next[node - _first].Add(_problem.NodeOfParcel[other] - _first);
            }
        }
    }

    private void KeepApart(int node, int parcel, IEnumerable<int> others)
    {
        foreach (var other in others)
        {
            if (IsHere(_problem.NodeOfParcel[other], node) && _problem.Contacts.IsBarred(parcel, other))
            {
                _apart[node - _first].Add(_problem.NodeOfParcel[other] - _first);
            }
        }
    }

    /// <summary>The common border with each parcel of another node of the unit.</summary>
    private SortedDictionary<int, long> BordersOf(int parcel)
    {
        var borders = new SortedDictionary<int, long>();
        foreach (var (edge, other) in _problem.EdgesOf(parcel))
        {
            var neighbour = _problem.Fabric.FaceParcel[other];
            if (neighbour >= 0 && IsHere(_problem.NodeOfParcel[neighbour], _problem.NodeOfParcel[parcel]))
            {
                borders[neighbour] = borders.GetValueOrDefault(neighbour) + UnitMeasures.LengthOf(_problem.Fabric, edge);
            }
        }

        return borders;
    }

    private bool IsHere(int node, int apartFrom) => node != apartFrom && node >= _first && node < _past;

    private void Cross(int street)
    {
        var fabric = _problem.Fabric;
        if (fabric.SideParcels[fabric.SideStart[street]..fabric.SideStart[street + 1]] is [var one, var other]
            && _problem.Contacts.FaceEachOther(one, other) && IsWide(street, one) && IsWide(street, other))
        {
            var (a, b) = (_problem.NodeOfParcel[one] - _first, _problem.NodeOfParcel[other] - _first);
            if (a != b)
            {
                _next[a].Add(b);
                _next[b].Add(a);
            }
        }
    }

    /// <summary>Whether a parcel's front on a street is long enough.</summary>
    private bool IsWide(int street, int parcel)
    {
        long front = 0;
        foreach (var (edge, other) in _problem.EdgesOf(parcel))
        {
            front += other == street ? UnitMeasures.LengthOf(_problem.Fabric, edge) : 0;
        }

        return front >= Math.Max(1, _problem.Contacts.Least);
    }
}
