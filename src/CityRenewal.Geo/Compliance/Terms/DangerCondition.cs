using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings of some danger grades (JGJ 125).</summary>
/// <param name="Grades">The grades that count.</param>
public sealed record DangerCondition(IReadOnlyList<DangerGrade> Grades) : Condition
{
    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var grade = ground.City.Buildings.DangerGrades[building.Row];
        return Weight.Of(grade == DangerGrade.Unknown ? null : Grades.Contains(grade));
    }
}
