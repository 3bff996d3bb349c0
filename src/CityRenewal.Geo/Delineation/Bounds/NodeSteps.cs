namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Where an area can go on from a parcel's node of a unit: over a common border that is long enough, or across a street that
/// has just these two sides, with nothing between that keeps them apart. No area goes on anywhere else, though not every such
/// step is allowed; so what holds whichever of them are taken holds for every area.
/// </summary>
internal sealed class NodeSteps
{
    private readonly int[] _start;
    private readonly int[] _next;
    private readonly int[] _back;

    public NodeSteps(UnitLand land)
    {
        _start = new int[land.ParcelCount + 1];
        for (var node = 0; node < land.ParcelCount; node++)
        {
            _start[node + 1] = _start[node];
            foreach (ref readonly var link in land.LinksOf(node))
            {
                _start[node + 1] += link.Joins ? 1 : 0;
            }
        }

        _next = new int[_start[^1]];
        for (int node = 0, step = 0; node < land.ParcelCount; node++)
        {
            foreach (ref readonly var link in land.LinksOf(node))
            {
                if (link.Joins)
                {
                    _next[step++] = link.Other;
                }
            }
        }

        // Nodes come in order, so the way back from the nodes that a node leads to is met in their order too.
        _back = new int[_next.Length];
        var met = _start[..^1];
        for (var node = 0; node < land.ParcelCount; node++)
        {
            for (var step = _start[node]; step < _start[node + 1]; step++)
            {
                _back[step] = met[_next[step]]++;
            }
        }
    }

    /// <summary>Number of steps, each way counted.</summary>
    public int Count => _next.Length;

    /// <summary>The nodes a step away, ascending.</summary>
    public ReadOnlySpan<int> From(int node) => new(_next, _start[node], _start[node + 1] - _start[node]);

    /// <summary>Number of the first step from a node; those after it follow in the order of <see cref="From"/>.</summary>
    public int First(int node) => _start[node];

    /// <summary>Number of the step back.</summary>
    public int Back(int step) => _back[step];
}
