using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a reader must know of how a search ended.</summary>
internal static class SearchNotes
{
    /// <summary>That it was cut short, and which limits over the plan nothing found keeps.</summary>
    public static IEnumerable<PlanNote> Of(SearchOutcome outcome)
    {
        if (outcome.IsCutShort)
        {
            yield return new PlanNote(
                "cut_short",
                $"The search was ended after {outcome.Work} visits of planning units: every area is valid and the bound holds, but more time may find better.",
                $"搜索在访问规划单元 {outcome.Work} 次后提前结束:各片区均有效、上界成立,但更多时间可能找到更优方案。");
        }

        foreach (var limit in outcome.Missed)
        {
            yield return new PlanNote(
                "plan_limit_missed",
                $"No choice of the areas found keeps the limit {limit} over the plan; the plan comes as near to it as was found.",
                $"已找到的片区无法同时满足全局限额 {limit};所列方案为最接近者。");
        }
    }
}
