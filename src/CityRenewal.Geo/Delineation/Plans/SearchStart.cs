namespace CityRenewal.Geo.Delineation;

/// <summary>Where a search begins instead of from nothing.</summary>
/// <param name="Areas">City-wide nodes of areas that already exist: of a plan before, or of the neighbouring price.</param>
/// <param name="Fixed">City-wide nodes of areas that stay as they are; they are part of what is found.</param>
internal sealed record SearchStart(IReadOnlyList<int[]> Areas, IReadOnlyList<int[]> Fixed)
{
    /// <summary>From nothing.</summary>
    public static readonly SearchStart Nothing = new([], []);

    /// <summary>Areas by the problem that they lie in.</summary>
    public static IReadOnlyList<IReadOnlyList<int[]>> ByProblem(LandNodes nodes, IReadOnlyList<int[]> areas)
    {
        var lists = new List<int[]>[nodes.ProblemCount];
        foreach (var area in areas.Where(area => area.Length > 0))
        {
            var at = Array.BinarySearch(nodes.ProblemStart, area[0]);
            var problem = at >= 0 ? LastOf(nodes.ProblemStart, at) : ~at - 1;
            (lists[problem] ??= []).Add(area);
        }

        return [.. lists.Select(list => (IReadOnlyList<int[]>)list ?? [])];
    }

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
