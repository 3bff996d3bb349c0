namespace CityRenewal.Geo.Delineation;

/// <summary>Where a search begins instead of from nothing.</summary>
/// <param name="Areas">City-wide nodes of areas that already exist: of a plan before, or of the neighbouring price.</param>
/// <param name="IsFixed">Per node of the city whether it stays as it is: in its area, or in none. Empty where nothing is fixed.</param>
internal sealed record SearchStart(IReadOnlyList<int[]> Areas, bool[] IsFixed)
{
    /// <summary>From nothing.</summary>
    public static readonly SearchStart Nothing = new([], []);

    /// <summary>The areas that lie in each problem.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> ByProblem(LandNodes nodes)
    {
        var lists = new List<int[]>[nodes.ProblemCount];
        foreach (var area in Areas.Where(area => area.Length > 0))
        {
            var at = Array.BinarySearch(nodes.ProblemStart, area[0]);
            var problem = at >= 0 ? LastOf(nodes.ProblemStart, at) : ~at - 1;
            (lists[problem] ??= []).Add(area);
        }

        return [.. lists.Select(list => (IReadOnlyList<int[]>)list ?? [])];
    }

    /// <summary>Whether a node stays as it is.</summary>
    public bool Keeps(int node) => IsFixed.Length > 0 && IsFixed[node];

    // Problems without nodes begin where the next begins.
    private static int LastOf(int[] starts, int at)
    {
        while (at + 1 < starts.Length - 1 && starts[at + 1] == starts[at])
        {
            at++;
        }

        return at;
    }
}
