using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Tests.Delineation;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>Borders that nobody chose. The area is a row of five parcels, 100 m by 20 m, from x 0, y 0.</summary>
public sealed class GivenBorderTests
{
    private const double Area = 2_000;
    private const double Perimeter = 240;

    [Fact]
    public void Frontage_on_water_is_given_and_not_punished()
    {
        var (given, aware) = Measure(Row().With(LayerNames.Water, "", -100, -60, 300, 60));

        Assert.Equal(100, given.Value!.Value, precision: 6);
        Assert.Equal(Math.Min(1, 4 * Math.PI * Area / Math.Pow(Perimeter - 100, 2)), aware.Value!.Value, precision: 9);
    }

    [Fact]
    public void Water_beyond_the_reach_of_a_shore_gives_no_border()
    {
        var (given, aware) = Measure(Row().With(LayerNames.Water, "", -100, -91, 300, 60));

        Assert.Equal(0, given.Value);
        Assert.Equal(4 * Math.PI * Area / (Perimeter * Perimeter), aware.Value!.Value, precision: 9);
    }

    [Fact]
    public void A_border_that_meets_the_shore_at_a_right_angle_is_chosen() =>
        // Only the short end lies along the water; the long sides run up to it.
        Assert.Equal(20, Measure(Row().With(LayerNames.Water, "", -60, -100, 60, 220)).Given.Value!.Value, precision: 6);

    [Fact]
    public void The_urban_development_boundary_is_given_only_where_the_outline_follows_it()
    {
        Assert.Equal(100, Measure(Row().With(LayerNames.Udb, "concentrated", -50, -2, 200, 200)).Given.Value!.Value, precision: 6);
        Assert.Equal(0, Measure(Row().With(LayerNames.Udb, "concentrated", -50, -4, 200, 200)).Given.Value);
    }

    [Fact]
    public void A_railway_is_given() =>
        Assert.Equal(100, Measure(Row().WithRailway(-50, -15, 150, -15)).Given.Value!.Value, precision: 6);

    [Fact]
    public void Where_a_stretch_ends_is_said_within_two_metres()
    {
        // The water ends in the middle of the row.
        var (given, _) = Measure(Row().With(LayerNames.Water, "", -100, -60, 150, 60));

        Assert.True(given.Low <= 70 && 50 <= given.High, $"{given.Low} – {given.High}");
        Assert.True(given.High - given.Low <= 8);
    }

    [Fact]
    public void An_island_has_no_border_that_was_chosen() =>
        Assert.Equal("border_all_given", Measure(Row().With(LayerNames.Udb, "concentrated", 0, 0, 100, 20)).Aware.WhyNot!.Code);

    private static LatticeCity Row() => new("ABCDE");

    private static (Measured Given, Measured Aware) Measure(LatticeCity drawn)
    {
        var city = drawn.ToCity();
        var fabric = drawn.Land.Fabric;
        var around = Surroundings.Of(city, fabric, drawn.Graph(city), LatticeLand.Cell);
        int[] parcels = [0, 1, 2, 3, 4];
        var faces = parcels.Select(parcel => fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]]).ToList();
        var stock = AreaStock.Of(city, ParcelFacts.Of(city, new OverlayOptions()), new AreaLand(parcels, Geo.Fabric.Outlines.Of(fabric, [faces])));
        var given = GivenBorder.Of(stock, around);
        return (given, BorderAwarePolsbyPopper.Of(stock.Outline, given));
    }
}
