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
        foreach (var index in Candidates(dispositions, evidence))
        {
            var high = evidence[index].FloorArea.High;
            if (high <= room)
            {
                room -= high;
                chosen[index] = Going(evidence[index]);
            }
        }

        return chosen;
    }

    /// <summary>The order in which candidates go: the worst, the oldest, the smallest.</summary>
    public static readonly IComparer<BuildingEvidence> WorstFirst = Comparer<BuildingEvidence>.Create((a, b) =>
        Badness(b.Danger).CompareTo(Badness(a.Danger)) is not 0 and var badness ? badness
        : b.Age.CompareTo(a.Age) is not 0 and var age ? age
        : a.FloorArea.Value.CompareTo(b.FloorArea.Value) is not 0 and var size ? size
        : a.Building.CompareTo(b.Building));

    /// <summary>Only buildings in a known bad state come into question, and only with a floor area that can be counted.</summary>
    public static bool IsCandidate(BuildingDisposition proposed, BuildingEvidence known) =>
        proposed is { Disposition: Disposition.Renovate, Demolition: DemolitionKind.None } && known.FloorArea.High > 0;

    /// <summary>A candidate that goes.</summary>
    public static BuildingDisposition Going(BuildingEvidence known) =>
        new(known.Building, Disposition.Demolish, DemolitionKind.ElectiveCandidate, Reason) { DemolishedFloorArea = known.FloorArea.Value };

    private static IEnumerable<int> Candidates(
        IReadOnlyList<BuildingDisposition> dispositions, IReadOnlyList<BuildingEvidence> evidence) =>
        Enumerable.Range(0, dispositions.Count)
            .Where(index => IsCandidate(dispositions[index], evidence[index]))
            .OrderBy(index => evidence[index], WorstFirst);

    private static double Badness(DangerGrade grade) => grade == DangerGrade.Unknown ? 0 : NeedParts.OfDanger(grade);
}
