using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;
using CsCheck;

namespace CityRenewal.Geo.Tests.Register;

/// <summary>Demolition summed over projects and phases against what stood before renewal.</summary>
public class CumulativeDemolitionTests
{
    private static readonly BaselineBuilding[] Town = [.. Enumerable.Range(0, 12).Select(i => Registers.Building($"B{i}", $"P{i}", 100 * (i + 1)))];

    private static readonly Gen<DemolitionClaim[]> Claims =
        Gen.Select(Gen.Int[0, 11], Gen.Double[0, 1], Gen.Double[0, 1]).Array[0, 10]
            .Select(all => all.DistinctBy(one => one.Item1).Select(one => new DemolitionClaim($"B{one.Item1}", one.Item2, (1 - one.Item2) * one.Item3)).ToArray());

    [Fact]
    public void Splitting_a_project_in_two_changes_nothing() => Gen.Select(Claims, Gen.Bool.Array[10], Gen.Bool.Array[12]).Sample((claims, left, stands) =>
    {
        DemolitionClaim[] one = [.. claims.Where((_, i) => left[i])], other = [.. claims.Where((_, i) => !left[i])];

        var (whole, split) = (Sum(stands, ("P", claims)), Sum(stands, ("P1", one), ("P2", other)));

        Assert.Equal((whole.Elective, whole.Exempt, whole.Existing), (split.Elective, split.Exempt, split.Existing));
    });

    // Only an exemption that is registered with its document lowers what a building counts that is gone already.
    private static readonly Gen<DemolitionClaim[]> ByChoice = Claims.Select(claims => claims.Select(claim => claim with { Exempt = 0 }).ToArray());

    [Fact]
    public void Another_project_or_another_building_gone_never_lowers_the_sum() => Gen.Select(Claims, ByChoice, Gen.Bool.Array[12], Gen.Int[0, 11]).Sample((earlier, later, stands, goes) =>
    {
        var before = Sum(stands, ("P1", earlier));
        Assert.True(Sum(stands, ("P1", earlier), ("P2", later)).Elective.Value >= before.Elective.Value - 1e-9);

        stands[goes] = false;
        Assert.True(Sum(stands, ("P1", earlier)).Elective.Value >= before.Elective.Value - 1e-9);
    });

    [Fact]
    public void The_buildings_sum_to_the_numbers() => Gen.Select(Claims, Claims, Gen.Bool.Array[12]).Sample((earlier, later, stands) =>
    {
        var sum = Sum(stands, ("P1", earlier), ("P2", later));

        Assert.Equal(sum.Elective.Value, sum.Buildings.Sum(one => one.Elective * one.Building.FloorArea.Value), 1e-6);
        Assert.Equal(sum.Exempt.Value, sum.Buildings.Sum(one => one.Exempt * one.Building.FloorArea.Value), 1e-6);
        Assert.Equal(sum.Elective.Value / sum.Existing.Value, sum.Ratio(ExemptReading.OutOfNumerator).Value!.Value, 1e-12);
        Assert.All(sum.Buildings, one => Assert.InRange(one.Elective + one.Exempt, 0, 1 + 1e-12));
    });

    [Fact]
    public void A_building_that_two_projects_take_counts_once_and_is_named()
    {
        var sum = Sum(AllStand, ("P1", [new("B3", 1, 0)]), ("P2", [new("B3", 1, 0), new("B4", 1, 0)]));

        Assert.Equal(400 + 500, sum.Elective.Value);
        Assert.Equal(["P1", "P2"], Assert.Single(sum.TakenTwice).By);
    }

    [Fact]
    public void A_building_that_is_gone_counts_whole_whoever_took_it()
    {
        var stands = AllStand;
        stands[3] = stands[4] = false;

        var sum = Sum(stands, ("P1", [new("B3", 0, 1), new("B4", 0, 0.25)]));

        // B3 was registered as exempt; of B4 only a quarter was.
        Assert.Equal((375, 525), (sum.Elective.Value, sum.Exempt.Value));
        Assert.Equal(["B3", "B4"], sum.Gone.Select(one => one.Building.Id));
    }

    [Fact]
    public void A_building_that_went_unregistered_is_exempt_only_as_far_as_it_was_evidenced_at_the_baseline()
    {
        BaselineBuilding[] town = [Registers.Building("B1", "P1", 1000, exempt: 0.3), Registers.Building("B2", "P1", 1000)];

        var sum = CumulativeDemolition.Of(town, [], _ => false);

        Assert.Equal((1700, 300), (sum.Elective.Value, sum.Exempt.Value));
    }

    [Fact]
    public void What_goes_with_an_unknown_floor_area_leaves_the_ratio_unknown()
    {
        var sum = CumulativeDemolition.Of([Registers.Building("B1", "P1", double.NaN), Town[5]], [("P", [new DemolitionClaim("B1", 1, 0)])], _ => true);

        Assert.Equal(MeasuredState.Unknown, sum.Ratio(ExemptReading.OutOfNumerator).State);
        Assert.Equal(MeasuredState.NotApplicable, CumulativeDemolition.Of([], [], _ => true).Ratio(ExemptReading.OutOfNumerator).State);
    }

    private static bool[] AllStand => [.. Enumerable.Repeat(true, 12)];

    private static CumulativeDemolition Sum(bool[] stands, params (string, IReadOnlyList<DemolitionClaim>)[] claims) =>
        CumulativeDemolition.Of(Town, claims, id => stands[int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)]);
}
