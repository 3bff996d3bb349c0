namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Says of one parcel's node, the payer, that an area which holds it is large enough: within some nodes around it lies at least
/// the smallest area of land, or the area goes on through the rim of nodes just outside. In numbers, with x the nodes chosen:
/// smallest · x(payer) ≤ Σ land · x(inside) + Σ (smallest − way) · x(rim), where the way is the least land between payer
/// and rim, which an area that goes there has inside.
/// </summary>
/// <remarks>Holds for every contiguous area, so that what it asks for may be priced like any other limit.</remarks>
internal sealed record Reach
{
    private Reach(int payer, int[] inside, int[] nodes, long[] gives, long least) =>
        (Payer, Inside, Nodes, Gives, Least) = (payer, inside, nodes, gives, least);

    /// <summary>The node that asks.</summary>
    public int Payer { get; }

    /// <summary>The nodes around it, itself among them, ascending.</summary>
    public int[] Inside { get; }

    /// <summary>Twice the smallest land of an area.</summary>
    public long Least { get; }

    private int[] Nodes { get; }

    private long[] Gives { get; }

    /// <summary>The limit of a payer and the nodes around it.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="steps">Where an area may go on from a node.</param>
    /// <param name="payer">The node that asks.</param>
    /// <param name="inside">The nodes around it, itself among them, ascending.</param>
    public static Reach Of(UnitLand land, NodeSteps steps, int payer, int[] inside)
    {
        var least = land.Limits.LeastTwiceArea;
        var (nodes, gives) = (new List<int>(inside), new List<long>(inside.Select(land.TwiceArea)));
        foreach (var (node, way) in Ways(land, steps, payer, inside))
        {
            if (Array.BinarySearch(inside, node) < 0 && way < least)
            {
                nodes.Add(node);
                gives.Add(least - way);
            }
        }

        return new Reach(payer, inside, [.. nodes], [.. gives], least);
    }

    /// <summary>How far a choice of nodes is from keeping it, twice the land; below 0 where it is kept.</summary>
    public double Lack(ReadOnlySpan<double> chosen)
    {
        var lack = Least * chosen[Payer];
        for (var i = 0; i < Nodes.Length; i++)
        {
            lack -= Gives[i] * chosen[Nodes[i]];
        }

        return lack;
    }

    /// <summary>Adds what the nodes weigh more or less at a price per twice the land, in parts.</summary>
    public void AddTo(Int128[] parts, long price)
    {
        parts[Payer] -= (Int128)price * Least;
        for (var i = 0; i < Nodes.Length; i++)
        {
            parts[Nodes[i]] += (Int128)price * Gives[i];
        }
    }

    /// <summary>The nodes that can be reached through the inside, each with the least land on the way to it, its own left out.</summary>
    private static Dictionary<int, long> Ways(UnitLand land, NodeSteps steps, int payer, int[] inside)
    {
        var ways = new Dictionary<int, long> { [payer] = 0 };
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(payer, 0);
        while (queue.TryDequeue(out var node, out var way))
        {
            if (way > ways[node] || Array.BinarySearch(inside, node) < 0)
            {
                continue;
            }

            var beyond = way + land.TwiceArea(node);
            foreach (var next in steps.From(node))
            {
                if (!ways.TryGetValue(next, out var known) || beyond < known)
                {
                    ways[next] = beyond;
                    queue.Enqueue(next, beyond);
                }
            }
        }

        return ways;
    }
}
