namespace CityRenewal.Geo.Exact.Plans;

/// <summary>A node is in an area with a root outside its part only with one of those that part it from the rest.</summary>
/// <param name="Node">The node.</param>
/// <param name="Between">Those around its part.</param>
/// <param name="Part">What the node hangs together with inside them.</param>
internal sealed record NodeCut(int Node, int[] Between, HashSet<int> Part)
{
    /// <summary>The cut of a node by some others.</summary>
    public static NodeCut Of(AreaLand area, int node, int[] between)
    {
        var (part, queue) = (new HashSet<int> { node }, new Queue<int>([node]));
        var wall = between.ToHashSet();
        var touched = new HashSet<int>();
        while (queue.TryDequeue(out var at))
        {
            foreach (var other in area.Joined[at])
            {
                if (wall.Contains(other))
                {
                    touched.Add(other);
                }
                else if (part.Add(other))
                {
                    queue.Enqueue(other);
                }
            }
        }

        return new NodeCut(node, [.. touched.Order()], part);
    }

    /// <summary>What tells it from every other.</summary>
    public string Key => $"{Node}:{string.Join(',', Between)}";
}
