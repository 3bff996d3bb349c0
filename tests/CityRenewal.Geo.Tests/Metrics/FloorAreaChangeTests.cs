using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Tests.Metrics;

public class FloorAreaChangeTests
{
    [Fact]
    public void What_goes_is_lost_and_what_is_declared_new_is_gained()
    {
        var quarter = new Quarter(1, [new(0, 100), new(0, 300)]);

        Assert.Equal(-100, FloorAreaChange.Of(quarter.Stock(new AreaDeclaration { NewFloorAreaM2 = 0 }, Quarter.Elective(0), Quarter.Retain(1))).Value);
        Assert.Equal(50, FloorAreaChange.Of(quarter.Stock(new AreaDeclaration { NewFloorAreaM2 = 150 }, Quarter.Elective(0), Quarter.Retain(1))).Value);
        Assert.Equal(0, FloorAreaChange.Of(quarter.Stock(new AreaDeclaration { NewFloorAreaM2 = 0 }, Quarter.Retain(0), Quarter.Retain(1))).High);
    }

    [Fact]
    public void What_goes_with_an_unknown_floor_area_leaves_the_change_open_below_only()
    {
        var change = FloorAreaChange.Of(new Quarter(1, [new(0), new(0, 300)])
            .Stock(new AreaDeclaration { NewFloorAreaM2 = 0 }, Quarter.Exempt(0), Quarter.Retain(1)));

        Assert.Null(change.Low);
        Assert.Equal(0, change.High);
    }

    [Fact]
    public void Without_dispositions_nothing_is_known_of_the_change() =>
        Assert.Equal(MeasuredState.Unknown, FloorAreaChange.Of(new Quarter(1, [new(0, 100)]).WithoutDispositions()).State);
}
