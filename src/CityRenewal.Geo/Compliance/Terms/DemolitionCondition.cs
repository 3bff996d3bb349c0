using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>What goes of a building, in part where only a part goes: by choice, exempt, either, or all that is not exempt.</summary>
/// <param name="Kind">Which part counts.</param>
public sealed record DemolitionCondition(DemolitionPart Kind) : Condition
{
    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building) => building.Disposition is null
        ? Weight.Unknown
        : Weight.Part(Kind switch
        {
            DemolitionPart.Elective => building.Elective,
            DemolitionPart.Exempt => building.Exempt,
            DemolitionPart.Any => building.Elective + building.Exempt,
            _ => 1 - building.Exempt,
        });
}
