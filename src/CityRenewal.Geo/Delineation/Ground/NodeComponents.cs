namespace CityRenewal.Geo.Delineation;

/// <summary>Which nodes an area could reach from which: no area ever holds nodes of two components.</summary>
internal sealed class NodeComponents
{
    private readonly int[] _leaders;

    public NodeComponents(LandNodes nodes)
    {
        _leaders = [.. Enumerable.Range(0, nodes.Count)];
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes.IsStreet(node))
            {
                JoinSides(nodes, node);
                continue;
            }

            foreach (var other in NodeBlocks.Beside(nodes, node))
            {
                Join(node, other);
            }
        }
    }

    /// <summary>The component of a node, as the smallest of its nodes.</summary>
    public int Of(int node)
    {
        while (_leaders[node] != node)
        {
            _leaders[node] = _leaders[_leaders[node]];
            node = _leaders[node];
        }

        return node;
    }

    private void JoinSides(LandNodes nodes, int street)
    {
        var first = -1;
        for (var entry = nodes.Start[street]; entry < nodes.Start[street + 1] && nodes.Bridges[street]; entry++)
        {
            if (nodes.Contacts[entry] == Contact.Joins && !nodes.IsStreet(nodes.Neighbours[entry]))
            {
                first = first < 0 ? nodes.Neighbours[entry] : first;
                Join(first, nodes.Neighbours[entry]);
            }
        }
    }

    private void Join(int a, int b)
    {
        var (one, other) = (Of(a), Of(b));
        _leaders[Math.Max(one, other)] = Math.Min(one, other);
    }
}
