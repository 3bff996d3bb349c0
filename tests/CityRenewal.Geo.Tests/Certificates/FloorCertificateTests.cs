using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>Certificates of a city in which floor area has a worth: the check counts buildings anew, and finds what is changed.</summary>
public class FloorCertificateTests
{
    private static readonly Lazy<CertifiedSample> Sample = new(() => CertifiedSample.WithFloorWorths([CertifiedSample.Row(0, -200)]));

    [Fact]
    public void What_the_search_counts_of_every_building_the_check_counts_too() => Assert.Empty(Sample.Value.Check().Faults);

    [Fact]
    public void Room_and_new_floor_area_have_prices_that_lower_the_bound()
    {
        Assert.Contains(Sample.Value.Certificate.Units, unit => unit.RoomPrice > 0);
        Assert.Contains(Sample.Value.Certificate.Units, unit => unit.NewFloorPrice > 0);
        Assert.True(Sample.Value.Bound > CertifiedSample.Of(rows: [CertifiedSample.Row(0, -200)]).Bound);
    }

    [Fact]
    public void A_price_of_room_of_the_wrong_sign_is_caught() =>
        Assert.Contains("price of floor area", FaultOf(unit => unit with { RoomPrice = -1 }), StringComparison.Ordinal);

    [Fact]
    public void A_price_of_new_floor_area_above_its_worth_is_caught() =>
        Assert.Contains("price of floor area", FaultOf(unit => unit with { NewFloorPrice = (1L << 30) + 1 }), StringComparison.Ordinal);

    [Fact]
    public void A_price_of_floor_area_that_nobody_asked_for_is_caught()
    {
        var other = CertifiedSample.Of();
        Assert.Contains("price of floor area", other.Check(other.With(unit => unit with { RoomPrice = 1 })).Faults[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_price_of_room_does_not_fit_the_weights() =>
        Assert.Contains("weight of node", FaultOf(unit => unit with { RoomPrice = unit.RoomPrice + (1L << 26) }), StringComparison.Ordinal);

    [Fact]
    public void Buildings_that_the_request_does_not_ask_for_are_caught()
    {
        var asked = Sample.Value.Problem;
        var other = asked with { Floors = asked.Floors! with { DemolitionLimit = 0.19 } };
        Assert.Contains(
            CertificateCheck.Of(other, Sample.Value.Certificate).Faults, fault => fault.Text.Contains("weight of node", StringComparison.Ordinal));
    }

    private static string FaultOf(Func<UnitCertificate, UnitCertificate> change) => Sample.Value.Check(Sample.Value.With(change)).Faults[0].Text;
}
