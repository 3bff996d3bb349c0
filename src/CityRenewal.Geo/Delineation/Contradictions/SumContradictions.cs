using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>Budgets that the locked parcels alone exceed, and numbers of areas that the land cannot give.</summary>
internal sealed class SumContradictions(ProposalGround ground, SearchProblem problem, NodeComponents components)
{
    /// <summary>All problems.</summary>
    public IEnumerable<OptionProblem> Find() => [.. Budgets(), .. Fewest(), .. Most()];

    private IEnumerable<OptionProblem> Budgets()
    {
        var rows = problem.PlanRows;
        var locked = Enumerable.Range(0, problem.Nodes.Count).Where(node => problem.Nodes.LockedIn[node]).ToList();
        for (var row = 0; row < rows.Count; row++)
        {
            var taken = locked.Sum(node => rows.Slack(row, node));
            if (double.IsInfinity(rows.SoftPrice(row)) && taken > rows.Limit(row))
            {
                yield return new OptionProblem(
                    $"limits.{rows.Names[row]}", Text(rows.Limit(row) * RuleRow.Unit),
                    $"What is locked in takes {Text(Math.Round(taken * RuleRow.Unit, 2))} already.", "Raise the budget, give it a price, or unlock parcels.") { TextChinese = $"锁定纳入的地块已占用 {Text(Math.Round(taken * RuleRow.Unit, 2))},超出预算。请提高预算、为其设定代价或解除锁定。" };
            }
        }
    }

    private IEnumerable<OptionProblem> Fewest()
    {
        if (problem.Limits.FewestAreas <= 0 || problem.Limits.LeastTwiceArea <= 0 || double.IsFinite(problem.Limits.FewestAreasPrice))
        {
            yield break;
        }

        // No area leaves a component, and each has at least the smallest land.
        var fit = ComponentLand().Values.Sum(land => land / problem.Limits.LeastTwiceArea);
        if (fit < problem.Limits.FewestAreas)
        {
            yield return new OptionProblem(
                "limits.fewest_areas", Text(problem.Limits.FewestAreas),
                $"At most {fit} areas of {Text(ground.Options.MinimumArea)} m² fit on the land that may join.",
                "Ask for fewer areas, lower the smallest area, or let more land join.") { TextChinese = $"可纳入用地至多容纳 {fit} 个面积 {Text(ground.Options.MinimumArea)} m² 的片区。请减少片区数量、降低最小面积或允许更多用地纳入。" };
        }
    }

    private IEnumerable<OptionProblem> Most()
    {
        var apart = Enumerable.Range(0, problem.Nodes.Count).Where(node => problem.Nodes.LockedIn[node]).Select(components.Of).Distinct().Count();
        if (apart > problem.Limits.MostAreas && double.IsInfinity(problem.Limits.MostAreasPrice))
        {
            yield return new OptionProblem(
                "limits.most_areas", Text(problem.Limits.MostAreas),
                $"What is locked in lies in {apart} pieces of land that no area joins.", "Raise the number, give it a price, or unlock parcels.") { TextChinese = $"锁定纳入的地块分布在 {apart} 块互不相连的用地上。请提高数量、为其设定代价或解除锁定。" };
        }
    }

    private Dictionary<int, long> ComponentLand()
    {
        var land = new Dictionary<int, long>();
        for (var node = 0; node < problem.Nodes.Count; node++)
        {
            if (!problem.Nodes.IsStreet(node))
            {
                land[components.Of(node)] = land.GetValueOrDefault(components.Of(node)) + problem.Nodes.TwiceArea[node];
            }
        }

        return land;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
