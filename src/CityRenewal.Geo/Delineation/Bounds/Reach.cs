using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What every contiguous area keeps around some nodes of a unit, as Σ takes · x ≤ 0 with x the nodes chosen, so that it may be
/// priced like any other limit: it lies inside and keeps the smallest area, or a rule's row, there - or it goes on through
/// the rim of nodes just outside, which then gives more than can lack.
/// </summary>
/// <remarks>
/// Of land, for a payer, with some nodes held, the payer among them: lack · x(payer) ≤ Σ min(land, lack) · x(inside, not held)
/// + Σ (lack − way) · x(rim). The lack is the smallest area without the land of what is held: were all of that chosen, so much would be
/// wanted still, and a large parcel gives no more than that (a knapsack cover; Carr, Fleischer, Leung, Phillips 2000). The way is the least
/// that nodes give between payer and rim, which an area that goes there has inside. Of a row with the limit 0: Σ slack · x(inside) ≤ Σ most · x(rim),
/// most being the sum of all that takes inside.
/// </remarks>
internal sealed record Reach
{
    private const double PartsPerSquareMetre = 1e6 * 4_294_967_296;

    private Reach(int payer, int row, int[] inside, (int[] Nodes, long[] Takes, double Scale) sum)
    {
        (Payer, Row, Inside) = (payer, row, inside);
        (Nodes, Takes, Scale) = sum;
    }

    /// <summary>The node that asks for land; −1 where it is a row that is kept.</summary>
    public int Payer { get; }

    /// <summary>The row that is kept; −1 where a payer asks for land.</summary>
    public int Row { get; }

    /// <summary>The nodes inside, ascending.</summary>
    public int[] Inside { get; }

    /// <summary>The nodes inside that are held, ascending, the payer among them; empty where it is a row that is kept.</summary>
    public int[] Held { get; private init; } = [];

    /// <summary>The nodes that give or take.</summary>
    public int[] Nodes { get; }

    private long[] Takes { get; }

    // What a whole unit of the sum is in m², so that limits of all kinds are of like size.
    private double Scale { get; }

    /// <summary>The smallest area around a payer.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="steps">Where an area may go on from a node.</param>
    /// <param name="held">The node that asks, first, and others that are held; together less than the smallest area.</param>
    /// <param name="inside">The nodes around it, all that is held among them, ascending.</param>
    public static Reach OfLand(UnitLand land, NodeSteps steps, ReadOnlySpan<int> held, int[] inside)
    {
        var lack = land.Limits.LeastTwiceArea;
        foreach (var node in held)
        {
            lack -= land.TwiceArea(node);
        }

        var takes = inside.ToDictionary(node => node, node => -Math.Min(lack, land.TwiceArea(node)));
        foreach (var node in held)
        {
            takes[node] = 0;
        }

        var payer = held[0];
        foreach (var (node, way) in Ways(steps, payer, takes))
        {
            if (way < lack)
            {
                takes.TryAdd(node, way - lack);
            }
        }

        takes[payer] = lack;
        var scale = SquareMetresOfTwice(land) * land.Limits.LeastTwiceArea / lack;
        return new Reach(payer, -1, inside, ([.. takes.Keys], [.. takes.Values], scale)) { Held = [.. held.ToArray().Order()] };
    }

    /// <summary>A row of the limit 0 among some nodes.</summary>
    public static Reach OfRow(UnitLand land, NodeSteps steps, int row, int[] inside)
    {
        var takes = inside.ToDictionary(node => node, node => land.Rows.Slack(row, land.CityNode(node)));
        var most = takes.Values.Sum(each => Math.Max(0, each));
        foreach (var node in inside.SelectMany(node => steps.From(node).ToArray()))
        {
            takes.TryAdd(node, -most);
        }

        double usual = takes.Values.Where(each => each is > 0 and < RuleRow.Prohibitive).Sum(each => (double)each);
        return new Reach(-1, row, inside, ([.. takes.Keys], [.. takes.Values], SquareMetresOfTwice(land) * land.Limits.LeastTwiceArea / Math.Max(1, usual)));
    }

    /// <summary>How far chosen nodes are from keeping it, in m² of land or as many parts of what takes; below 0 where it is kept.</summary>
    public double Lack(ReadOnlySpan<bool> chosen)
    {
        long lack = 0;
        for (var i = 0; i < Nodes.Length; i++)
        {
            lack += chosen[Nodes[i]] ? Takes[i] : 0;
        }

        return lack * Scale;
    }

    /// <summary>A price as whole parts per unit of the sum.</summary>
    /// <param name="price">m² of benefit per m² that lacks.</param>
    public long PartsOf(double price) => (long)Math.Min(PriceScale.Dearest, Math.Round(price * Scale * PartsPerSquareMetre));

    /// <summary>The price of whole parts.</summary>
    public double PriceOf(long parts) => parts / (Scale * PartsPerSquareMetre);

    /// <summary>Adds what the nodes weigh more or less at a price, in parts.</summary>
    public void AddTo(Int128[] parts, long price)
    {
        for (var i = 0; i < Nodes.Length; i++)
        {
            parts[Nodes[i]] -= Math.BigMul(price, Takes[i]);
        }
    }

    private static double SquareMetresOfTwice(UnitLand land) => Math.Pow(land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit, 2) / 2;

    /// <summary>The nodes that can be reached through the inside, each with the least that is given on the way to it, its own left out.</summary>
    private static Dictionary<int, long> Ways(NodeSteps steps, int payer, Dictionary<int, long> inside)
    {
        var ways = new Dictionary<int, long> { [payer] = 0 };
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(payer, 0);
        while (queue.TryDequeue(out var node, out var way))
        {
            if (way > ways[node] || !inside.TryGetValue(node, out var takes))
            {
                continue;
            }

            var beyond = way - takes;
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
