namespace CityRenewal.Geo.Delineation;

/// <summary>What a found area is worth by its nodes: benefit minus the price of the outline, of pairs, and of an area by itself.</summary>
internal static class AreaWorth
{
    /// <summary>Value in m² of benefit; soft limits of the area apart.</summary>
    public static double Of(SearchProblem problem, int[] area)
    {
        var nodes = problem.Nodes;
        long benefit = 0, outline = 0, pairs = 0;
        var members = area.ToHashSet();
        foreach (var node in area)
        {
            benefit += problem.Benefits[node];
            outline += nodes.Perimeter[node];
            for (var entry = nodes.Start[node]; entry < nodes.Start[node + 1]; entry++)
            {
                if (members.Contains(nodes.Neighbours[entry]))
                {
                    outline -= nodes.Borders[entry];
                    pairs += nodes.Neighbours[entry] > node ? nodes.PairPrice(entry) : 0;
                }
            }
        }

        benefit += problem.Floors.IsNone ? 0 : problem.Floors.Best(area).Worth;
        return ((benefit - pairs) * SearchLimits.BenefitUnit) - (problem.Limits.Price * outline) - problem.Limits.Opening;
    }
}
