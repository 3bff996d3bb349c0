using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses candidates for elective demolition (拟拆候选) of one area, the worst buildings first, within a share of the
/// existing floor area. The limit holds for every value inside the intervals: the upper ends of what goes are held against
/// the lower ends of what stands.
/// </summary>
internal static class ElectiveDemolition
{
    private const string Reason = "elective_candidate";

    /// <summary>The dispositions with candidates in place of some renovations.</summary>
    /// <param name="dispositions">What is proposed so far, by building.</param>
    /// <param name="evidence">What is known of the same buildings, in the same order.</param>
    /// <param name="limit">Largest share, in [0, 1].</param>
    /// <param name="existing">Lower end of the existing floor area that counts, m².</param>
    public static IReadOnlyList<BuildingDisposition> Choose(
        IReadOnlyList<BuildingDisposition> dispositions, IReadOnlyList<BuildingEvidence> evidence, double limit, double existing)
    {
        var room = limit * existing;
        var chosen = dispositions.ToArray();
        foreach (var index in WorstFirst(dispositions, evidence))
        {
            var high = evidence[index].FloorArea.High;
            if (high <= room)
            {
                room -= high;
                chosen[index] = new BuildingDisposition(
                    evidence[index].Building, Disposition.Demolish, DemolitionKind.ElectiveCandidate, Reason)
                {
                    DemolishedFloorArea = evidence[index].FloorArea.Value,
                };
            }
        }

        return chosen;
    }

    /// <summary>Only buildings in a known bad state come into question, and only with a floor area that can be counted.</summary>
    private static IEnumerable<int> WorstFirst(
        IReadOnlyList<BuildingDisposition> dispositions, IReadOnlyList<BuildingEvidence> evidence) =>
        Enumerable.Range(0, dispositions.Count)
            .Where(index => dispositions[index] is { Disposition: Disposition.Renovate, Demolition: DemolitionKind.None }
                && evidence[index].FloorArea.High > 0)
            .OrderByDescending(index => Badness(evidence[index].Danger))
            .ThenByDescending(index => evidence[index].Age)
            .ThenBy(index => evidence[index].FloorArea.Value)
            .ThenBy(index => evidence[index].Building);

    private static double Badness(DangerGrade grade) => grade == DangerGrade.Unknown ? 0 : NeedParts.OfDanger(grade);
}
