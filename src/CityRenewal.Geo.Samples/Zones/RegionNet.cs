using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>
/// The borders of all regions as half-edges, noded across cells: what zones are cut out of. The half-edges of region r are
/// FirstOf[r] .. FirstOf[r + 1] - 1, in the order of its ring.
/// </summary>
internal sealed class RegionNet
{
    private readonly Dictionary<Spot, int> _nodes = [];
    private readonly List<Spot> _spots = [];
    private readonly List<int> _origin = [];
    private readonly List<int> _side = [];
    private readonly List<int> _first = [0];

    private RegionNet(TownPlan plan)
    {
        Regions = plan.Regions;
        var ends = CellSideNodes(plan);
        for (var r = 0; r < Regions.Count; r++)
        {
            AddRing(plan, Regions[r], ends);
            _first.Add(_origin.Count);
        }

        Twin = Twins();
        RegionOf = new int[_origin.Count];
        for (var r = 0; r < Regions.Count; r++)
        {
            RegionOf.AsSpan(_first[r].._first[r + 1]).Fill(r);
        }
    }

    /// <summary>The regions.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Per half-edge the one on the other side, -1 at the edge of the city.</summary>
    public int[] Twin { get; }

    /// <summary>Per half-edge its region.</summary>
    public int[] RegionOf { get; }

    /// <summary>Number of half-edges.</summary>
    public int Count => _origin.Count;

    /// <summary>The net of a city.</summary>
    public static RegionNet Of(TownPlan plan) => new(plan);

    /// <summary>First half-edge of a region.</summary>
    public int FirstOf(int region) => _first[region];

    /// <summary>The node where a half-edge starts.</summary>
    public int Origin(int edge) => _origin[edge];

    /// <summary>The side of its region's ring that a half-edge lies on.</summary>
    public int Side(int edge) => _side[edge];

    /// <summary>Place of a node on the drawing board.</summary>
    public Spot Node(int node) => _spots[node];

    /// <summary>The next half-edge of the same region.</summary>
    public int Next(int edge)
    {
        var region = RegionOf[edge];
        return edge + 1 < _first[region + 1] ? edge + 1 : _first[region];
    }

    // Every node on a line of the coarse net, whichever cell made it, in both directions of the line.
    private static Dictionary<(int I, int J, bool IsRow), List<Spot>> CellSideNodes(TownPlan plan)
    {
        var found = new Dictionary<(int, int, bool), HashSet<Spot>>();
        foreach (var region in plan.Regions)
        {
            for (var k = 0; k < region.Corners.Length; k++)
            {
                if (region.CellSides[k] >= 0)
                {
                    var line = LineOf(region.Cell, region.CellSides[k]);
                    var nodes = found.TryGetValue(line, out var known) ? known : found[line] = [];
                    nodes.Add(region.Corners[k]);
                    nodes.Add(region.Corners[k + 1 < region.Corners.Length ? k + 1 : 0]);
                }
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => Along(pair.Value, pair.Key.Item3));
    }

    private static List<Spot> Along(IEnumerable<Spot> nodes, bool isRow) =>
        [.. nodes.OrderBy(node => isRow ? node.X : node.Y)];

    private static (int I, int J, bool IsRow) LineOf((int I, int J) cell, int side) => side switch
    {
        0 => (cell.I, cell.J, true),
        1 => (cell.I + 1, cell.J, false),
        2 => (cell.I, cell.J + 1, true),
        _ => (cell.I, cell.J, false),
    };

    private void AddRing(TownPlan plan, Region region, Dictionary<(int I, int J, bool IsRow), List<Spot>> ends)
    {
        for (var k = 0; k < region.Corners.Length; k++)
        {
            var (from, to) = (region.Corners[k], region.Corners[k + 1 < region.Corners.Length ? k + 1 : 0]);
            Add(from, k);
            if (region.CellSides[k] < 0)
            {
                continue;
            }

            var line = LineOf(region.Cell, region.CellSides[k]);
            foreach (var node in Between(ends[line], from, to, line.IsRow))
            {
                Add(node, k);
            }
        }
    }

    private static IEnumerable<Spot> Between(List<Spot> along, Spot from, Spot to, bool isRow)
    {
        var (a, b) = isRow ? (from.X, to.X) : (from.Y, to.Y);
        var inside = along.Where(node => Within(isRow ? node.X : node.Y, Math.Min(a, b), Math.Max(a, b)));
        return a < b ? inside : inside.Reverse();
    }

    private static bool Within(double value, double low, double high) => value > low && value < high;

    private void Add(Spot spot, int side)
    {
        if (!_nodes.TryGetValue(spot, out var node))
        {
            node = _nodes[spot] = _spots.Count;
            _spots.Add(spot);
        }

        _origin.Add(node);
        _side.Add(side);
    }

    private int[] Twins()
    {
        var edges = new Dictionary<(int From, int To), int>(_origin.Count);
        for (var r = 0; r < Regions.Count; r++)
        {
            for (var edge = _first[r]; edge < _first[r + 1]; edge++)
            {
                edges.Add((_origin[edge], _origin[edge + 1 < _first[r + 1] ? edge + 1 : _first[r]]), edge);
            }
        }

        var twin = new int[_origin.Count];
        foreach (var ((from, to), edge) in edges)
        {
            twin[edge] = edges.GetValueOrDefault((to, from), -1);
        }

        return twin;
    }
}
