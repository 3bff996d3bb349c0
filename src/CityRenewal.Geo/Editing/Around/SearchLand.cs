using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Editing;

/// <summary>A city as the search sees it: nodes, what each is worth, and the rules that are sums over parcels.</summary>
/// <param name="Nodes">Parcels and streets that may join areas, by planning unit.</param>
/// <param name="Benefits">Per node what it is worth, millionths of a m².</param>
/// <param name="Rules">The rules of the pack that are sums.</param>
/// <param name="Limits">What areas keep to.</param>
internal sealed record SearchLand(LandNodes Nodes, long[] Benefits, IReadOnlyList<RuleRow> Rules, SearchLimits Limits)
{
    /// <summary>The land of a ground under a membership.</summary>
    public static SearchLand Of(EditGround ground, Membership membership)
    {
        var problems = new SearchProblems(ground.Plan, ground.Book, ground.Need, ground.Dispositions);
        var rules = problems.Rows();
        var problem = problems.Of(membership, rules, cancel: default);
        return new SearchLand(problem.Nodes, problem.Benefits, rules, problem.Limits);
    }

    /// <summary>The problem that a node belongs to.</summary>
    public int ProblemOf(int node)
    {
        var at = Array.BinarySearch(Nodes.ProblemStart, node);

        // Empty problems share their start with the next one.
        while (at >= 0 && at + 1 < Nodes.ProblemStart.Length && Nodes.ProblemStart[at + 1] == node)
        {
            at++;
        }

        return at >= 0 ? at : ~at - 1;
    }
}
