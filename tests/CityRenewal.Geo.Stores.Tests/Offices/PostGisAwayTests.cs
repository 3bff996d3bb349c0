using System.Diagnostics;
using CityRenewal.Geo.Stores.PostGis;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>A server that goes away and comes back, and addresses that lead nowhere.</summary>
public sealed class PostGisAwayTests
{
    [Fact]
    public void What_was_acknowledged_outlives_a_crash_of_the_server_and_work_goes_on_when_it_is_back()
    {
        using var server = new OwnServer();
        using var office = PostGisOffice.Open(server.Address);
        var city = OfficeTown.Found(office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        var (version, data) = (city.ReadLayersVersion(), city.Open().City.DataVersion);

        server.Crash();
        var clock = Stopwatch.StartNew();
        Assert.All<Action>(
            [() => city.ReadLayersVersion(), () => city.Update([SmallTown.Parcels(50)], null), () => _ = office.Cities, () => city.DeletePlan("p1", null)],
            call => Assert.Contains("cannot be reached", Assert.Throws<StoreException>(call).Problem, StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        server.Start();

        Assert.Equal((version, data), (city.ReadLayersVersion(), city.Open().City.DataVersion));
        Assert.Equal("1", city.ReadPlan("p1", path => TemporaryFolder.Sql(path, "SELECT count(*) FROM renewal_areas")));
        server.Crash();
        server.Start();
        city.Update([SmallTown.Parcels(50)], version);
        Assert.Equal(50, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
        Assert.Equal($"postgresql://127.0.0.1:{server.Port}/office", office.Place);
    }

    [Fact]
    public void A_hold_that_a_restart_of_the_server_forgot_is_taken_again_unless_another_service_was_faster()
    {
        using var server = new OwnServer();
        using var first = PostGisOffice.Open(server.Address);
        using var second = PostGisOffice.Open(server.Address);
        first.HoldForService();
        server.Crash();
        Assert.Throws<StoreException>(() => first.IsStillHeld());
        server.Start();

        Assert.True(first.IsStillHeld());
        Assert.Contains("Another service", Assert.Throws<StoreException>(second.HoldForService).Problem, StringComparison.Ordinal);
        server.Crash();
        server.Start();
        second.HoldForService();
        Assert.False(first.IsStillHeld());
        Assert.True(second.IsStillHeld());
    }

    [Theory]
    [InlineData("postgresql://王:geheim@127.0.0.1:1/db?connect_timeout=2", "cannot be reached")]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=geheim;Database=db", "cannot be reached")]
    [InlineData("postgresql://u:geheim@127.0.0.1:1/db?colour=geheim", "cannot be understood")]
    [InlineData("Host=127.0.0.1;Pass=geheim", "cannot be understood")]
    public void An_address_that_leads_nowhere_is_told_without_its_password(string address, string said)
    {
        var failure = Assert.Throws<StoreException>(() => PostGisOffice.Open(address));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://u@h/d", true)]
    [InlineData("postgres://h", true)]
    [InlineData("/srv/office", false)]
    [InlineData("office", false)]
    public void An_address_is_told_from_a_folder(string text, bool isAddress) => Assert.Equal(isAddress, PostGisOffice.IsAddress(text));
}
