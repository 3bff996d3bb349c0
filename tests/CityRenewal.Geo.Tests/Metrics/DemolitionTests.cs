using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CsCheck;

namespace CityRenewal.Geo.Tests.Metrics;

public class DemolitionTests
{
    [Fact]
    public void The_two_readings_differ_by_the_exempt_floor_area_in_the_denominator()
    {
        var quarter = new Quarter(1, [new(0, 600), new(0, 200), new(0, 200)]);
        var stock = quarter.Stock(Quarter.Retain(0), Quarter.Elective(1), Quarter.Exempt(2));
        AssertExactly(0.2, DemolitionRatio.Of(stock, ExemptReading.OutOfNumerator));
        AssertExactly(0.25, DemolitionRatio.Of(stock, ExemptReading.OutOfBoth));
        AssertExactly(200, DemolishedFloorArea.Elective(stock));
        AssertExactly(200, DemolishedFloorArea.Exempt(stock));
    }

    [Fact]
    public void The_interval_puts_what_goes_and_what_stays_at_opposite_ends()
    {
        var quarter = new Quarter(1, [new(0, 1000, FloorAreaOrigin.Registered), new(0) { Storeys = 2 }]);
        var ratio = DemolitionRatio.Of(quarter.Stock(Quarter.Retain(0), Quarter.Elective(1)), ExemptReading.OutOfNumerator);
        Assert.Equal(200 / 1200.0, ratio.Value!.Value, 1e-9);
        Assert.Equal(170 / (170 + 1020.0), ratio.Low!.Value, 1e-9);
        Assert.Equal(230 / (230 + 980.0), ratio.High!.Value, 1e-9);
    }

    [Fact]
    public void Only_an_illegal_part_with_a_decision_is_exempt()
    {
        var quarter = new Quarter(1, [new(0, 400) { Illegal = 100, IllegalDecision = "D-1" }, new(0, 400) { Illegal = 100 }, new(0, 200)]);
        var stock = quarter.Stock(Quarter.IllegalPart(0), Quarter.Elective(1), Quarter.Retain(2));
        AssertExactly(100, DemolishedFloorArea.Exempt(stock));
        AssertExactly(400, DemolishedFloorArea.Elective(stock));
        AssertExactly(300, Renovated.FloorArea(stock));
    }

    [Fact]
    public void A_missing_floor_area_makes_the_ratio_unknown_where_it_goes_and_opens_it_below_where_it_stays()
    {
        var quarter = new Quarter(1, [new(0, 500), new(0, 500), new(0)]);
        var goes = DemolitionRatio.Of(quarter.Stock(Quarter.Elective(2), Quarter.Retain(0)), ExemptReading.OutOfNumerator);
        Assert.Equal(MeasuredState.Unknown, goes.State);
        Assert.Equal("demolished_floor_area_unknown", goes.WhyNot!.Code);
        var stays = DemolitionRatio.Of(quarter.Stock(Quarter.Elective(0), Quarter.Retain(2)), ExemptReading.OutOfNumerator);
        Assert.Equal((0.5, 0.0, 0.5), (stays.Value!.Value, stays.Low!.Value, stays.High!.Value));
    }

    [Fact]
    public void Without_buildings_a_ratio_is_not_applicable_and_without_a_proposal_it_is_unknown()
    {
        Assert.Equal("no_buildings", DemolitionRatio.Of(new Quarter(1, []).Stock(), ExemptReading.OutOfNumerator).WhyNot!.Code);
        var unknown = DemolitionRatio.Of(new Quarter(1, [new(0, 5)]).WithoutDispositions(), ExemptReading.OutOfNumerator);
        Assert.Equal(MeasuredState.Unknown, unknown.State);
    }

    [Fact]
    public void New_floor_area_is_what_the_detailed_plan_allows_beyond_what_stays_where_buildings_go()
    {
        // Limit 0.1 on 10,000 m² allows 1,000 m² each; parcel 0 keeps 300, parcel 1 is not touched, parcel 2 is vacant.
        var quarter = new Quarter(3, [new(0, 300), new(0, 200), new(1, 100)], farLimit: 0.1);
        var stock = quarter.Stock(Quarter.Retain(0), Quarter.Elective(1), Quarter.Retain(2));
        Assert.Equal(1700, NewFloorArea.Of(stock).Value!.Value, 1e-6);
        Assert.Equal(8.5, NewToDemolishedRatio.Of(stock, NewFloorAreaReading.NewBuilt).Value!.Value, 1e-9);
        Assert.Equal(10.5, NewToDemolishedRatio.Of(stock, NewFloorAreaReading.TotalAfter).Value!.Value, 1e-9);
        Assert.Equal(2100 / 30_000.0, FloorAreaRatio.GrossAfter(stock).Value!.Value, 1e-12);
        Assert.Equal(700 / 1700.0, InfillShare.Of(stock).Value!.Value, 1e-12);
    }

    [Fact]
    public void The_new_to_demolished_ratio_is_never_a_zero_that_nobody_measured()
    {
        var withoutPlan = new Quarter(1, [new(0, 300)]);
        Assert.Equal("no_detailed_plan", NewToDemolishedRatio.Of(withoutPlan.Stock(Quarter.Elective(0)), NewFloorAreaReading.NewBuilt).WhyNot!.Code);
        var nothing = NewToDemolishedRatio.Of(withoutPlan.Stock(Quarter.Retain(0)), NewFloorAreaReading.NewBuilt);
        Assert.Equal((MeasuredState.NotApplicable, "nothing_demolished"), (nothing.State, nothing.WhyNot!.Code));
        var declared = withoutPlan.Stock(new AreaDeclaration { NewFloorAreaM2 = 450 }, Quarter.Elective(0));
        AssertExactly(1.5, NewToDemolishedRatio.Of(declared, NewFloorAreaReading.NewBuilt));
    }

    [Theory]
    [InlineData(0, 700)]
    [InlineData(1, 400)]
    public void A_block_of_demolition_ends_where_a_parcel_stays_or_a_barrier_lies(byte barrier, double expected)
    {
        var quarter = new Quarter(4, [new(0, 400), new(1, 300), new(2, 50), new(3, 200)]);
        var stock = quarter.Stock(Quarter.Elective(0), Quarter.Exempt(1), Quarter.Retain(2), Quarter.Elective(3));
        AssertExactly(expected, LargestDemolitionBlock.Of(stock, Row(4, barrier)));
        Assert.Equal("no_contiguity", LargestDemolitionBlock.Of(stock, null).WhyNot!.Code);
    }

    // The small block beside the largest has a building of unknown floor area: in truth it may be the larger one.
    [Fact]
    public void A_block_with_an_unknown_floor_area_leaves_the_largest_block_open_above()
    {
        var quarter = new Quarter(3, [new(0, 400), new(1, 50), new(2, 100), new(2)]);
        var block = LargestDemolitionBlock.Of(
            quarter.Stock(Quarter.Elective(0), Quarter.Retain(1), Quarter.Exempt(2), Quarter.Exempt(3)), Row(3, 0));
        Assert.Equal((400, 400, null), (block.Value, block.Low, block.High));
    }

    [Fact]
    public void The_ratio_lies_in_its_interval_and_the_stricter_reading_is_never_lower() =>
        Gen.Select(Gen.Double[1, 1000], Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 12].Sample(houses =>
        {
            var quarter = new Quarter(1, [.. houses.Select(h => new House(0, h.Item1, (FloorAreaOrigin)h.Item2))]);
            var stock = quarter.Stock([.. houses.Select((h, i) =>
                h.Item3 == 0 ? Quarter.Retain(i) : h.Item3 == 1 ? Quarter.Elective(i) : Quarter.Exempt(i))]);
            var wide = DemolitionRatio.Of(stock, ExemptReading.OutOfNumerator);
            var strict = DemolitionRatio.Of(stock, ExemptReading.OutOfBoth);
            var isInside = 0 <= wide.Low && wide.Low <= wide.Value && wide.Value <= wide.High && wide.High <= 1;
            return isInside && (strict.Value is null || strict.Value >= wide.Value - 1e-12);
        }, iter: 60);

    private static void AssertExactly(double expected, Measured measured)
    {
        Assert.Equal(expected, measured.Value!.Value, 1e-9);
        Assert.Equal(0, measured.Error, 1e-9);
    }

    // Parcels in a row, each touching the next; the barrier lies between the first two.
    private static ContiguityGraph Row(int parcels, byte barrier) => new(new GraphColumns
    {
        A = [.. Enumerable.Range(0, parcels - 1)],
        B = [.. Enumerable.Range(1, parcels - 1)],
        SharedLength = [.. Enumerable.Repeat(1_000_000, parcels - 1)],
        FacingLength = new int[parcels - 1],
        Barrier = [barrier, .. new byte[parcels - 2]],
        NeighbourStart = [0, .. Enumerable.Range(1, parcels - 1).Select(i => (2 * i) - 1), (2 * parcels) - 2],
        Neighbours = [.. Enumerable.Range(0, parcels).SelectMany(i => new[] { i - 1, i + 1 }.Where(j => j >= 0 && j < parcels))],
        NeighbourPairs = [.. Enumerable.Range(0, parcels).SelectMany(i => new[] { i - 1, i }.Where(j => j >= 0 && j < parcels - 1))],
    })
    {
        Plane = Drawn.Plane,
        BarrierKinds = ["", "river"],
    };
}
