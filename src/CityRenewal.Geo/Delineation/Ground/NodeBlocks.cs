namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Blocks: land that may join areas and whose parcels border each other with no street between. What areas leave over of a
/// block must not be too small to be of use to anybody.
/// </summary>
internal static class NodeBlocks
{
    /// <summary>The smallest node of the block of each node; -1 for streets.</summary>
    public static int[] Of(LandNodes nodes)
    {
        var blocks = new int[nodes.Count];
        Array.Fill(blocks, -1);
        var queue = new Queue<int>();
        for (var start = 0; start < nodes.Count; start++)
        {
            if (nodes.IsStreet(start) || blocks[start] >= 0)
            {
                continue;
            }

            blocks[start] = start;
            queue.Enqueue(start);
            while (queue.TryDequeue(out var node))
            {
                foreach (var other in Beside(nodes, node))
                {
                    if (blocks[other] < 0)
                    {
                        blocks[other] = start;
                        queue.Enqueue(other);
                    }
                }
            }
        }

        return blocks;
    }

    /// <summary>The parcels' nodes that a node borders along enough length to be one piece of land with it.</summary>
    public static IEnumerable<int> Beside(LandNodes nodes, int node)
    {
        for (var entry = nodes.Start[node]; entry < nodes.Start[node + 1]; entry++)
        {
            if (nodes.Contacts[entry] == Contact.Joins && !nodes.IsStreet(nodes.Neighbours[entry]))
            {
                yield return nodes.Neighbours[entry];
            }
        }
    }
}
