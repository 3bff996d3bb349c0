using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Exact.Plans;

/// <summary>What an area of one unit may be and what it is worth, in the whole numbers of the request.</summary>
internal sealed class AreaLand
{
    /// <summary>The areas of a unit.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="place">Its place among the units solved.</param>
    /// <param name="plan">What all areas together keep.</param>
    /// <exception cref="ArgumentException">Something is asked for that is not stated here.</exception>
    public AreaLand(UnitLand land, int place, PlanRows plan)
    {
        var limits = land.Limits;
        if (land.Nodes.PairPrices.Length > 0 || land.Nodes.Sets.Count > 0 || land.Nodes.SoftDivisions.Count > 0 || !land.Floors.IsNone
            || land.Nodes.NearStart.Length > 0 || limits.LeastPolsbyPopper > 0 || limits.LeastTwiceRemainder > 0
            || limits.MostTwiceEnclave < long.MaxValue || limits.FewestAreas > 0 || limits.MostAreas < int.MaxValue
            || Enumerable.Range(0, land.Rows.Count).Any(row => !double.IsPositiveInfinity(land.Rows.SoftPrice(row)))
            || Enumerable.Range(0, plan.Count).Any(row => !double.IsPositiveInfinity(plan.SoftPrice(row))))
        {
            throw new ArgumentException("Solved exactly are sizes, hard rows of areas and of the plan, barriers and locks.", nameof(land));
        }

        (Land, Place, Plan, Terms) = (land, place, plan, new OutlineTerms(land));
        Joined = [.. Enumerable.Range(0, land.ParcelCount).Select(node => Linked(node, link => link.Joins))];
        Barred = [.. Enumerable.Range(0, land.ParcelCount).Select(node => Linked(node, link => link.IsBarred))];
        Nodes = [.. Components().Where(part => part.Sum(land.TwiceArea) >= Least).SelectMany(part => part).Order()];
    }

    /// <summary>The unit.</summary>
    public UnitLand Land { get; }

    /// <summary>Its place among the units solved.</summary>
    public int Place { get; }

    /// <summary>What all areas together keep.</summary>
    public PlanRows Plan { get; }

    /// <summary>The outline of its areas.</summary>
    public OutlineTerms Terms { get; }

    /// <summary>Nodes that can be in an area: what they hang together with has enough land for one; ascending.</summary>
    public int[] Nodes { get; }

    /// <summary>Per node those that it is one piece with.</summary>
    public int[][] Joined { get; }

    /// <summary>Per node those that are in no area with it.</summary>
    public int[][] Barred { get; }

    /// <summary>Twice the smallest area; at least 1, as an area is not empty.</summary>
    public long Least => Math.Max(1, Land.Limits.LeastTwiceArea);

    /// <summary>Twice the largest area.</summary>
    public long Most => Land.Limits.MostTwiceArea;

    /// <summary>Most areas that its land is enough for.</summary>
    public int MostAreas => (int)Math.Min(Nodes.Length, Nodes.Sum(Land.TwiceArea) / Least);

    /// <summary>What a node is worth with its whole outline, m².</summary>
    public double Worth(int node) => (Land.Benefits.Span[node] * SearchLimits.BenefitUnit) - (Land.Limits.Price * Land.Perimeter(node));

    /// <summary>What a node takes of a row over the plan.</summary>
    public long Take(int row, int node) => Plan.Slack(row, Land.CityNode(node));

    /// <summary>The area of some nodes; null where they break a limit.</summary>
    public AreaColumn? Area(IEnumerable<int> chosen)
    {
        int[] nodes = [.. chosen.Order()];
        var isIn = new bool[Land.ParcelCount];
        Array.ForEach(nodes, node => isIn[node] = true);
        long area = nodes.Sum(Land.TwiceArea), benefit = 0, outline = 0;
        foreach (var node in nodes)
        {
            benefit += Land.Benefits.Span[node];
            outline += Land.Perimeter(node);
            if (Barred[node].Any(other => isIn[other]))
            {
                return null;
            }

            // A set is counted at its first node.
            outline += Terms.Of[node].Select(term => Terms.Sets[term]).Where(set => set.Nodes[0] == node && set.Nodes.All(other => isIn[other])).Sum(set => set.Length);
        }

        var keeps = area >= Least && area <= Most && PartsOf(nodes).Count == 1
            && Enumerable.Range(0, Land.Rows.Count).All(row => nodes.Sum(node => Land.Rows.Slack(row, Land.CityNode(node))) <= Land.Rows.Limit(row));
        return keeps
            ? new AreaColumn(
                Place, nodes, (benefit * SearchLimits.BenefitUnit) - (Land.Limits.Price * outline) - Land.Limits.Opening,
                [.. Enumerable.Range(0, Plan.Count).Select(row => nodes.Sum(node => Take(row, node)))])
            : null;
    }

    /// <summary>The contiguous parts of some nodes.</summary>
    public List<List<int>> PartsOf(IReadOnlyCollection<int> nodes)
    {
        var open = nodes.ToHashSet();
        var parts = new List<List<int>>();
        foreach (var start in nodes.Where(start => open.Remove(start)))
        {
            var part = new List<int> { start };
            for (var at = 0; at < part.Count; at++)
            {
                part.AddRange(Joined[part[at]].Where(open.Remove));
            }

            parts.Add(part);
        }

        return parts;
    }

    private List<List<int>> Components() => PartsOf([.. Enumerable.Range(0, Land.ParcelCount)]);

    private int[] Linked(int node, Func<Link, bool> isOf)
    {
        var found = new List<int>();
        foreach (var link in Land.LinksOf(node))
        {
            if (isOf(link))
            {
                found.Add(link.Other);
            }
        }

        return [.. found];
    }
}
