using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is proposed for one building, in the order keep, renovate, demolish (留改拆). Nothing protected is demolished. A
/// demolition is exempt only with its evidence: an illegal part with a decision, or a danger certificate with no repair
/// value (建科〔2021〕63号); a bad grade without that is renovated and says that its exemption is not evidenced.
/// </summary>
internal static class DispositionRule
{
    /// <summary>The illegal part is the whole building where it comes this near to its floor area.</summary>
    private const double WholeShare = 0.999;

    /// <summary>The disposition before any elective demolition.</summary>
    public static BuildingDisposition Of(BuildingEvidence known, int renovationAge)
    {
        if (known.IsProtected)
        {
            return Retain(known, "protected");
        }

        if (known.IsInCoreZone)
        {
            return Retain(known, "core_zone");
        }

        if (known.HasDecision && known.IllegalArea > 0)
        {
            return OfIllegalPart(known);
        }

        return OfState(known, renovationAge);
    }

    private static BuildingDisposition OfIllegalPart(BuildingEvidence known) =>
        known.IllegalArea >= WholeShare * known.FloorArea.Value
            ? new BuildingDisposition(known.Building, Disposition.Demolish, DemolitionKind.Exempt, "illegal_with_decision")
            {
                DemolishedFloorArea = known.FloorArea.Value,
            }
            : new BuildingDisposition(known.Building, Disposition.Renovate, DemolitionKind.Exempt, "illegal_part_with_decision")
            {
                DemolishedFloorArea = known.IllegalArea,
            };

    private static BuildingDisposition OfState(BuildingEvidence known, int renovationAge)
    {
        var isDangerous = known.Danger is DangerGrade.C or DangerGrade.D;
        if (isDangerous && known.IsCertified && known.Repair == RepairValue.None)
        {
            return new BuildingDisposition(
                known.Building, Disposition.Demolish, DemolitionKind.Exempt, "danger_without_repair_value")
            {
                DemolishedFloorArea = known.FloorArea.Value,
            };
        }

        if (isDangerous)
        {
            return Renovate(known, known.Repair == RepairValue.Some ? "danger_with_repair_value" : "danger_exemption_not_evidenced");
        }

        if (known.Danger == DangerGrade.B)
        {
            return Renovate(known, "danger_grade_b");
        }

        var isAged = known.Age != Unknown.Integer && known.Age >= renovationAge;
        var isRenewed = known.YearsSinceRenewal != Unknown.Integer && known.YearsSinceRenewal < renovationAge;
        return (isAged, isRenewed) switch
        {
            (true, false) => Renovate(known, "aged"),
            (true, true) => Retain(known, "renewed"),
            _ => Retain(known, known.Age == Unknown.Integer && known.Danger == DangerGrade.Unknown ? "state_unknown" : "sound"),
        };
    }

    private static BuildingDisposition Retain(BuildingEvidence known, string reason) =>
        new(known.Building, Disposition.Retain, DemolitionKind.None, reason);

    private static BuildingDisposition Renovate(BuildingEvidence known, string reason) =>
        new(known.Building, Disposition.Renovate, DemolitionKind.None, reason);
}
