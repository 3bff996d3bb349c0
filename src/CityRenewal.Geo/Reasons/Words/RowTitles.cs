using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>The rows of a problem as limits with a title: the rule that a row is, in its own words.</summary>
internal static class RowTitles
{
    /// <summary>A row with what an area takes of it.</summary>
    public static LimitChange Of(ProposalProblem problem, int row, long before, long after)
    {
        var id = problem.Rows.Rules[row];
        var pack = problem.Book?.Ground.Pack;
        var rule = pack?.Rules.FirstOrDefault(rule => rule.Id == id);
        return new LimitChange(
            id,
            rule is null ? new(id, id) : new(rule.Title, rule.TitleChinese),
            before * RuleRow.Unit,
            after * RuleRow.Unit,
            problem.Rows.Limit(row) * RuleRow.Unit,
            "sum")
        {
            IsBroken = false,
            Citation = rule is null ? "" : CitationText.Of(pack!, rule),
        };
    }
}
