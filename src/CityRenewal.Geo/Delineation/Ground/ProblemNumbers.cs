namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Numbers nodes so that each planning unit's lie together: its groups by their smallest parcel, then its streets by face.
/// </summary>
internal sealed class ProblemNumbers
{
    private readonly Membership _membership;
    private readonly int[] _nodeOfGroup;
    private readonly int[] _nodeOfStreet;

    public ProblemNumbers(Membership membership, List<int> streetUnits)
    {
        _membership = membership;
        _nodeOfGroup = new int[membership.Count];
        _nodeOfStreet = new int[streetUnits.Count];
        int[] cells = [.. Leaders().Select(leader => membership.Units[leader]).Distinct().Order()];
        Unit = [.. cells.Select(membership.Cells.UnitOf)];
        var problemOfUnit = cells.Select((unit, problem) => (unit, problem)).ToDictionary(pair => pair.unit, pair => pair.problem);

        Start = new int[Unit.Length + 1];
        StreetStart = new int[Unit.Length];
        foreach (var leader in Leaders())
        {
            StreetStart[problemOfUnit[membership.Units[leader]]]++;
        }

        foreach (var unit in streetUnits)
        {
            Start[problemOfUnit[unit] + 1]++;
        }

        for (var problem = 0; problem < Unit.Length; problem++)
        {
            StreetStart[problem] += Start[problem];
            Start[problem + 1] += StreetStart[problem];
        }

        Fill(problemOfUnit, streetUnits);
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => Start[^1];

    /// <summary>First node of each problem, and one past the last.</summary>
    public int[] Start { get; }

    /// <summary>First street node of each problem.</summary>
    public int[] StreetStart { get; }

    /// <summary>Planning unit of each problem, in the order of its cells; -1 for land without one.</summary>
    public int[] Unit { get; }

    /// <summary>Problem of each node.</summary>
    public int[] ProblemOfNode { get; private set; } = [];

    /// <summary>The node of a parcel, -1 where it may not join.</summary>
    public int NodeOfParcel(int parcel) => _membership.MayJoin(parcel) ? _nodeOfGroup[_membership.Groups[parcel]] : -1;

    /// <summary>The node of a street.</summary>
    public int NodeOfStreet(int street) => _nodeOfStreet[street];

    private IEnumerable<int> Leaders() => Enumerable.Range(0, _membership.Count)
        .Where(parcel => _membership.MayJoin(parcel) && _membership.Groups[parcel] == parcel);

    private void Fill(Dictionary<int, int> problemOfUnit, List<int> streetUnits)
    {
        var next = Start[..^1];
        foreach (var leader in Leaders())
        {
            _nodeOfGroup[leader] = next[problemOfUnit[_membership.Units[leader]]]++;
        }

        for (var street = 0; street < streetUnits.Count; street++)
        {
            _nodeOfStreet[street] = next[problemOfUnit[streetUnits[street]]]++;
        }

        ProblemOfNode = new int[NodeCount];
        for (var problem = 0; problem < Unit.Length; problem++)
        {
            ProblemOfNode.AsSpan(Start[problem]..Start[problem + 1]).Fill(problem);
        }
    }
}
