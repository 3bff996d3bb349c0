namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Where an area can go on from a parcel's node of a unit: to a node with a common border, or across a street that has just
/// these two sides. No area goes on anywhere else, though not every such step is allowed; so what holds whichever of them are
/// taken holds for every area.
/// </summary>
internal sealed class NodeSteps
{
    private readonly int[] _start;
    private readonly int[] _next;
    private readonly int[] _back;

    public NodeSteps(UnitLand land)
    {
        var steps = new List<int>[land.ParcelCount];
        for (var node = 0; node < steps.Length; node++)
        {
            steps[node] = [];
        }

        for (var node = 0; node < land.Count; node++)
        {
            var sides = SidesOf(land, node);
            if (node < land.ParcelCount)
            {
                steps[node].AddRange(sides);
            }
            else if (sides.Count == 2)
            {
                steps[sides[0]].Add(sides[1]);
                steps[sides[1]].Add(sides[0]);
            }
        }

        _start = new int[steps.Length + 1];
        var next = new List<int>();
        for (var node = 0; node < steps.Length; node++)
        {
            next.AddRange(steps[node].Distinct().Order());
            _start[node + 1] = next.Count;
        }

        _next = [.. next];
        _back = new int[_next.Length];
        for (var node = 0; node < steps.Length; node++)
        {
            for (var step = _start[node]; step < _start[node + 1]; step++)
            {
                _back[step] = _start[_next[step]] + From(_next[step]).BinarySearch(node);
            }
        }
    }

    /// <summary>Number of steps, each way counted.</summary>
    public int Count => _next.Length;

    /// <summary>The nodes a step away, ascending.</summary>
    public ReadOnlySpan<int> From(int node) => _next.AsSpan(_start[node].._start[node + 1]);

    /// <summary>Number of the first step from a node; those after it follow in the order of <see cref="From"/>.</summary>
    public int First(int node) => _start[node];

    /// <summary>Number of the step back.</summary>
    public int Back(int step) => _back[step];

    /// <summary>The parcels' nodes that border a parcel's node, or that are sides of a street.</summary>
    private static List<int> SidesOf(UnitLand land, int node)
    {
        var sides = new List<int>();
        for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
        {
            var other = land.Neighbour(entry);
            if (other < land.ParcelCount && (node >= land.ParcelCount || land.Nodes.Borders[entry] > 0))
            {
                sides.Add(other);
            }
        }

        return sides;
    }
}
