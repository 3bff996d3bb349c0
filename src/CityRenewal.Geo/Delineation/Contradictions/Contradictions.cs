using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds what a request asks that the land itself contradicts, before any search: every finding is a proof, so the request is
/// refused with all of them.
/// </summary>
internal static class Contradictions
{
    /// <summary>All problems: groups, locks, budgets and numbers, distances.</summary>
    public static IReadOnlyList<OptionProblem> In(ProposalGround ground, SearchProblem problem)
    {
        var components = new NodeComponents(problem.Nodes);
        return
        [
            .. new GroupContradictions(ground, problem, components).Find(),
            .. new LockContradictions(ground, problem, components).Find(),
            .. new SumContradictions(ground, problem, components).Find(),
        ];
    }
}
