using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class DispositionTests
{
    private static readonly BuildingEvidence Old = new() { Building = 3, Age = 45, FloorArea = new FloorArea(500, 490, 510) };

    private static readonly Gen<BuildingEvidence> AnyBuilding =
        from isProtected in Gen.Bool
        from isInCore in Gen.Bool
        from danger in Gen.Enum<DangerGrade>()
        from isCertified in Gen.Bool
        from repair in Gen.Enum<RepairValue>()
        from illegal in Gen.OneOf(Gen.Const(double.NaN), Gen.Double[0, 1_000])
        from hasDecision in Gen.Bool
        from age in Gen.OneOf(Gen.Const(Unknown.Integer), Gen.Int[0, 90])
        from floor in Gen.OneOf(Gen.Const(double.NaN), Gen.Double[10, 1_000])
        select new BuildingEvidence
        {
            Building = 1,
            IsProtected = isProtected,
            IsInCoreZone = isInCore,
            Danger = danger,
            IsCertified = isCertified,
            Repair = repair,
            IllegalArea = illegal,
            HasDecision = hasDecision,
            Age = age,
            FloorArea = new FloorArea(floor, floor * 0.85, floor * 1.15),
        };

    [Fact]
    public void Nothing_protected_and_nothing_in_a_core_zone_is_demolished() =>
        AnyBuilding.Where(building => building.IsProtected || building.IsInCoreZone).Sample(
            building =>
            {
                var proposed = DispositionRule.Of(building, 30);
                return proposed is { Disposition: Disposition.Retain, Demolition: DemolitionKind.None };
            },
            threads: 1);

    [Fact]
    public void No_demolition_is_exempt_without_its_evidence() =>
        AnyBuilding.Sample(
            building =>
            {
                var proposed = DispositionRule.Of(building, 30);
                var hasEvidence = (building.HasDecision && building.IllegalArea > 0)
                    || (building.Danger >= DangerGrade.C && building.IsCertified && building.Repair == RepairValue.None);
                return proposed.Demolition == DemolitionKind.None || (proposed.Demolition == DemolitionKind.Exempt && hasEvidence);
            },
            threads: 1);

    [Fact]
    public void A_certified_dangerous_building_without_repair_value_is_an_exempt_demolition() =>
        Assert.Equal(
            new BuildingDisposition(3, Disposition.Demolish, DemolitionKind.Exempt, "danger_without_repair_value") { DemolishedFloorArea = 500 },
            DispositionRule.Of(Old with { Danger = DangerGrade.D, IsCertified = true, Repair = RepairValue.None }, 30));

    [Theory]
    [InlineData(false, RepairValue.None, "danger_exemption_not_evidenced")]
    [InlineData(true, RepairValue.Unknown, "danger_exemption_not_evidenced")]
    [InlineData(true, RepairValue.Some, "danger_with_repair_value")]
    public void A_dangerous_building_without_full_evidence_is_renovated(bool isCertified, RepairValue repair, string reason) =>
        Assert.Equal(
            new BuildingDisposition(3, Disposition.Renovate, DemolitionKind.None, reason),
            DispositionRule.Of(Old with { Danger = DangerGrade.C, IsCertified = isCertified, Repair = repair }, 30));

    [Fact]
    public void Only_the_illegal_part_goes_where_the_rest_is_legal() =>
        Assert.Equal(
            new BuildingDisposition(3, Disposition.Renovate, DemolitionKind.Exempt, "illegal_part_with_decision") { DemolishedFloorArea = 80 },
            DispositionRule.Of(Old with { IllegalArea = 80, HasDecision = true }, 30));

    [Theory]
    [InlineData(45, Unknown.Integer, Disposition.Renovate, "aged")]
    [InlineData(45, 5, Disposition.Retain, "renewed")]
    [InlineData(12, Unknown.Integer, Disposition.Retain, "sound")]
    [InlineData(Unknown.Integer, Unknown.Integer, Disposition.Retain, "state_unknown")]
    public void Age_asks_for_renovation_unless_it_was_renewed(int age, int sinceRenewal, Disposition disposition, string reason) =>
        Assert.Equal(
            new BuildingDisposition(3, disposition, DemolitionKind.None, reason),
            DispositionRule.Of(Old with { Age = age, YearsSinceRenewal = sinceRenewal }, 30));

    [Fact]
    public void Elective_candidates_stay_within_the_limit_at_the_worst_ends_of_the_intervals() =>
        Gen.Select(AnyBuilding.Array[0, 30], Gen.Double[0, 1]).Sample(
            (buildings, limit) =>
            {
                var before = buildings.Select(building => DispositionRule.Of(building, 30)).ToList();
                var existing = buildings.Where(building => building.FloorArea.Low > 0).Sum(building => building.FloorArea.Low);
                var after = ElectiveDemolition.Choose(before, buildings, limit, existing);
                var goes = after.Zip(buildings).Where(pair => pair.First.Demolition == DemolitionKind.ElectiveCandidate)
                    .Sum(pair => pair.Second.FloorArea.High);
                Assert.True(goes <= (limit * existing) + 1e-9);
                Assert.All(after.Zip(before), pair => Assert.True(
                    pair.First == pair.Second || pair.Second is { Disposition: Disposition.Renovate, Demolition: DemolitionKind.None }));
            },
            threads: 1);

    [Fact]
    public void The_worst_buildings_come_first()
    {
        BuildingEvidence[] buildings =
        [
            Old with { Building = 0, Age = 80 },
            Old with { Building = 1, Danger = DangerGrade.D },
            Old with { Building = 2, Danger = DangerGrade.C },
        ];
        var before = buildings.Select(building => DispositionRule.Of(building, 30)).ToList();
        var after = ElectiveDemolition.Choose(before, buildings, 1, 1_100);

        Assert.Equal(
            [Disposition.Renovate, Disposition.Demolish, Disposition.Demolish], after.Select(proposed => proposed.Disposition));
    }
}
