using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>The budgets of a request as rows over the nodes of a city.</summary>
internal static class PlanSums
{
    /// <summary>The rows of the budgets that the request has: land_budget_m2, cost_budget.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="ground">The land and the request.</param>
    /// <param name="costs">Cost by parcel; null where no budget of cost is asked for.</param>
    public static PlanRows Of(LandNodes nodes, ProposalGround ground, double[]? costs)
    {
        var limits = ground.Options.Limits;
        var rows = new List<(string Name, double[] Values, double Limit, double Price)>();
        if (limits.LandBudget is { } land)
        {
            rows.Add(("land_budget_m2", ground.NetAreas, land.Value, land.PriceInForce));
        }

        if (limits.CostBudget is { } cost && costs is not null)
        {
            rows.Add(("cost_budget", costs, cost.Value, cost.PriceInForce));
        }

        return rows.Count == 0 ? PlanRows.None : new PlanRows(
            [.. rows.Select(row => row.Name)],
            [.. rows.Select(row => Slack(nodes, row.Values))],
            [.. rows.Select(row => (long)Math.Floor(row.Limit / RuleRow.Unit))],
            [.. rows.Select(row => row.Price)]);
    }

    // Rounded up, so that a plan that keeps the row keeps the budget.
    private static long[] Slack(LandNodes nodes, double[] values)
    {
        var slack = new long[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            double sum = 0;
            for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1]; i++)
            {
                sum += values[nodes.Parcels[i]];
            }

            slack[node] = (long)Math.Ceiling((sum / RuleRow.Unit) - 0.5);
        }

        return slack;
    }
}
