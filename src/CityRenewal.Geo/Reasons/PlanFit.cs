using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// Lays areas on the nodes of a problem. Areas that the problem could not hold (with a parcel that may not join, half of a
/// group, of two units, sharing a parcel) have no reasons in it: all of that is told at once.
/// </summary>
internal static class PlanFit
{
    /// <summary>The area of every parcel, -1 where it is in none; what does not fit is told.</summary>
    public static int[] AreaOfParcel(ProposalProblem problem, IReadOnlyList<AreaMembers> areas, List<OptionProblem> problems)
    {
        var areaOf = new int[problem.Membership.Count];
        Array.Fill(areaOf, UnitFlips.None);
        for (var area = 0; area < areas.Count; area++)
        {
            foreach (var parcel in areas[area].Parcels)
            {
                if (areaOf[parcel] != UnitFlips.None)
                {
                    Tell(
                        parcel, $"is in {areas[areaOf[parcel]].Id} and in {areas[area].Id}.", "Keep it in one of them.",
                        $"该地块同时在 {areas[areaOf[parcel]].Id} 和 {areas[area].Id} 中,请只保留其一。");
                }
                else if (!problem.Membership.MayJoin(parcel))
                {
                    Tell(
                        parcel,
                        $"is in {areas[area].Id}, though it may be in none: {MembershipWords.Of(problem, parcel).Text}",
                        "Explain the plan with the options and rules that it was made with, or take the parcel out.",
                        $"该地块在 {areas[area].Id} 中,却不可纳入任何片区:{MembershipWords.Of(problem, parcel).TextChinese}请按方案原有选项与规则说明原因,或移出该地块。");
                }

                areaOf[parcel] = area;
            }
        }

        CheckGroups();
        return areaOf;

        void Tell(int parcel, string message, string remedy, string chinese) => problems.Add(new OptionProblem(
            "areas", problem.Ground.City.Parcels.Ids[parcel], $"The parcel {message}", remedy) { TextChinese = chinese });

        void CheckGroups()
        {
            var cellOfArea = new Dictionary<int, int>();
            for (var parcel = 0; parcel < areaOf.Length; parcel++)
            {
                var (area, leader) = (areaOf[parcel], problem.Membership.Groups[parcel]);
                if (area != areaOf[leader])
                {
                    Tell(
                        parcel,
                        $"and {problem.Ground.City.Parcels.Ids[leader]} cannot be parted, but only one of them is in {areas[Math.Max(area, areaOf[leader])].Id}.",
                        "Take both in or none.",
                        $"该地块与 {problem.Ground.City.Parcels.Ids[leader]} 不可分割,而只有其一在 {areas[Math.Max(area, areaOf[leader])].Id} 中,请一并纳入或移出。");
                }
                else if (area != UnitFlips.None && problem.Membership.MayJoin(parcel)
                    && !cellOfArea.TryAdd(area, problem.Membership.Units[parcel]) && cellOfArea[area] != problem.Membership.Units[parcel])
                {
                    Tell(
                        parcel, $"lies in another planning unit than the first of {areas[area].Id}.", "Divide the area at the border of the units.",
                        $"该地块与 {areas[area].Id} 的首个地块不在同一规划单元,请在单元边界处划分片区。");
                }
            }
        }
    }
}
