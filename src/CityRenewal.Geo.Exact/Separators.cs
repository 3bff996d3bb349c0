using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Exact;

/// <summary>
/// Nodes that part two others of a region: without one of them in the area, both cannot be in it. The smallest set that
/// touches the part of the first (after Fischetti et al. 2017 and Validi et al. 2022).
/// </summary>
internal sealed class Separators(Region region)
{
    private readonly UnitLand _land = region.Land;

    /// <summary>The nodes around a part that can be reached from a node outside it without crossing them.</summary>
    /// <param name="part">A contiguous part of a choice.</param>
    /// <param name="other">A chosen node of another part.</param>
    public List<int> Between(IReadOnlyCollection<int> part, int other)
    {
        var around = new HashSet<int>();
        foreach (var node in part)
        {
            foreach (var link in _land.LinksOf(node))
            {
                if (link.Joins && region.IndexOf[link.Other] >= 0)
                {
                    around.Add(link.Other);
                }
            }
        }

        around.ExceptWith(part);
        var touched = new HashSet<int>();
        var reached = new HashSet<int> { other };
        var queue = new Queue<int>(reached);
        while (queue.TryDequeue(out var node))
        {
            foreach (var link in _land.LinksOf(node))
            {
                if (!link.Joins || region.IndexOf[link.Other] < 0)
                {
                    continue;
                }

                if (around.Contains(link.Other))
                {
                    touched.Add(link.Other);
                }
                else if (reached.Add(link.Other))
                {
                    queue.Enqueue(link.Other);
                }
            }
        }

        return [.. touched.Order()];
    }
}
