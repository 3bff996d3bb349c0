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
                    Tell(parcel, $"is in {areas[areaOf[parcel]].Id} and in {areas[area].Id}.", "Keep it in one of them.");
                }
                else if (!problem.Membership.MayJoin(parcel))
                {
                    Tell(
                        parcel,
                        $"is in {areas[area].Id}, though it may be in none: {MembershipWords.Of(problem, parcel).Text}",
                        "Explain the plan with the options and rules that it was made with, or take the parcel out.");
                }

                areaOf[parcel] = area;
            }
        }

        CheckGroups();
        return areaOf;

        void Tell(int parcel, string message, string remedy) => problems.Add(new OptionProblem(
            "areas", problem.Ground.City.Parcels.Ids[parcel], $"The parcel {message}", remedy));

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
                        "Take both in or none.");
                }
                else if (area != UnitFlips.None && problem.Membership.MayJoin(parcel)
                    && !cellOfArea.TryAdd(area, problem.Membership.Units[parcel]) && cellOfArea[area] != problem.Membership.Units[parcel])
                {
                    Tell(parcel, $"lies in another planning unit than the first of {areas[area].Id}.", "Divide the area at the border of the units.");
                }
            }
        }
    }
}
