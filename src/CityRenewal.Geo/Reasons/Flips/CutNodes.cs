namespace CityRenewal.Geo.Reasons;

/// <summary>
/// Which members hold their areas together: without one of them its area falls into parts. All of a unit in one walk
/// (articulation points after Hopcroft and Tarjan 1973).
/// </summary>
internal sealed class CutNodes
{
    private readonly UnitFlips _unit;
    private readonly int[] _found;
    private readonly int[] _lowest;
    private readonly bool[] _isCut;
    private readonly Stack<(int Node, int Parent, int Link)> _path = new();
    private int _time;

    private CutNodes(UnitFlips unit)
    {
        _unit = unit;
        var count = unit.Land.ParcelCount;
        (_found, _lowest, _isCut) = (new int[count], new int[count], new bool[count]);
    }

    /// <summary>Per parcel's node whether its area falls apart without it.</summary>
    public static bool[] Of(UnitFlips unit)
    {
        var walk = new CutNodes(unit);
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            if (unit.AreaOf(node) != UnitFlips.None && walk._found[node] == 0)
            {
                walk.WalkFrom(node);
            }
        }

        return walk._isCut;
    }

    /// <summary>The parts of an area without one of its members, the largest part left out; each part ascending.</summary>
    public static List<List<int>> CutOff(UnitFlips unit, int node)
    {
        var area = unit.AreaOf(node);
        var parts = new List<List<int>>();
        var seen = new HashSet<int> { node };
        foreach (var link in unit.Land.LinksOf(node))
        {
            if (link.Joins && unit.AreaOf(link.Other) == area && seen.Add(link.Other))
            {
                parts.Add(PartFrom(unit, link.Other, seen));
            }
        }

        parts.ForEach(part => part.Sort());
        return [.. parts.OrderByDescending(part => part.Sum(unit.Land.TwiceArea)).ThenBy(part => part[0]).Skip(1)];
    }

    private static List<int> PartFrom(UnitFlips unit, int start, HashSet<int> seen)
    {
        var part = new List<int> { start };
        for (var at = 0; at < part.Count; at++)
        {
            foreach (var link in unit.Land.LinksOf(part[at]))
            {
                if (link.Joins && unit.AreaOf(link.Other) == unit.AreaOf(start) && seen.Add(link.Other))
                {
                    part.Add(link.Other);
                }
            }
        }

        return part;
    }

    private void WalkFrom(int root)
    {
        var branches = 0;
        Enter(root, UnitFlips.None);
        while (_path.TryPop(out var step))
        {
            var links = _unit.Land.LinksOf(step.Node);
            if (step.Link == links.Length)
            {
                branches += Leave(step, root) ? 1 : 0;
                continue;
            }

            _path.Push(step with { Link = step.Link + 1 });
            var link = links[step.Link];
            if (!link.Joins || link.Other == step.Parent || _unit.AreaOf(link.Other) != _unit.AreaOf(step.Node))
            {
                continue;
            }

            if (_found[link.Other] == 0)
            {
                Enter(link.Other, step.Node);
            }
            else
            {
                _lowest[step.Node] = Math.Min(_lowest[step.Node], _found[link.Other]);
            }
        }

        _isCut[root] = branches > 1;
    }

    private void Enter(int node, int parent)
    {
        _found[node] = _lowest[node] = ++_time;
        _path.Push((node, parent, 0));
    }

    /// <summary>Tells the parent what was reached; whether a branch of the root ended.</summary>
    private bool Leave((int Node, int Parent, int Link) step, int root)
    {
        if (step.Parent == UnitFlips.None)
        {
            return false;
        }

        _lowest[step.Parent] = Math.Min(_lowest[step.Parent], _lowest[step.Node]);
        if (step.Parent != root)
        {
            _isCut[step.Parent] |= _lowest[step.Node] >= _found[step.Parent];
        }

        return step.Parent == root;
    }
}
