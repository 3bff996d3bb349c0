using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>What was found in a case, read from the plan as it is proposed and judged.</summary>
/// <param name="Judged">The plan.</param>
/// <param name="Land">Net land of the town, m².</param>
internal sealed record FrontierResult(JudgedPlan Judged, double Land)
{
    private const double Near = 0.02;
    private const int FewestBinding = 2;

    /// <summary>Net land of all areas as a share of the town's.</summary>
    public double ChosenShare => Judged.Plan.Areas.Sum(area => area.NetArea) / Land;

    /// <summary>Whether the case says anything: at least two limits bind, and neither hardly any nor most of the land is chosen.</summary>
    public bool Counts => Binding.Count >= FewestBinding && ChosenShare is >= 0.02 and <= 0.6;

    /// <summary>The limits that an area, or the plan, comes within a fiftieth of: their names.</summary>
    public IReadOnlyList<string> Binding
    {
        get
        {
            var (areas, options) = (Judged.Plan.Areas, Judged.Plan.Options);
            var problem = Judged.Problem!;
            var names = Enumerable.Range(0, problem.Rows.Count)
                .Where(row => areas.Any(area => IsNear(problem, area.Parcels, row)))
                .Select(row => problem.Rows.Rules[row]).ToList();
            AddWhere(names, areas.Any(area => area.NetArea <= (1 + Near) * options.MinimumArea), "smallest area");
            AddWhere(names, areas.Any(area => area.NetArea >= (1 - Near) * options.MaximumArea), "largest area");
            AddWhere(names, areas.Sum(area => area.NetArea) >= (1 - Near) * (options.Limits.LandBudget?.Value ?? double.PositiveInfinity), "land budget");
            return names;
        }
    }

    private static void AddWhere(List<string> names, bool isSo, string name)
    {
        if (isSo)
        {
            names.Add(name);
        }
    }

    private static bool IsNear(ProposalProblem problem, IReadOnlyList<int> parcels, int row)
    {
        long takes = 0, turnover = 0;
        foreach (var node in parcels.Select(parcel => problem.Nodes.NodeOfParcel[parcel]).Distinct())
        {
            takes += problem.Rows.Slack(row, node);
            turnover += Math.Abs(problem.Rows.Slack(row, node));
        }

        return turnover > 0 && problem.Rows.Limit(row) - takes <= Near * turnover;
    }
}
