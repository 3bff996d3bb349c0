using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.PostGis;
using CityRenewal.Geo.Stores.Tests.Offices;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>A service whose PostGIS goes away says so, and goes on when it is back, with everything that it acknowledged.</summary>
public sealed class StoreAwayTests
{
    [Fact]
    public async Task A_proposal_that_was_acknowledged_ends_after_the_database_went_away_and_came_back()
    {
        using var server = new OwnServer();
        Found(server);
        await using var service = await StartedService.OnAsync(options => On(options, server));
        var (plans, operations) = (new Plans.PlansClient(service.Channel), new Operations.OperationsClient(service.Channel));
        var begun = await plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/town", PlanId = "survivor", Options = new ProposalOptions { DeadlineS = 2 } });

        server.Crash();
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/town" }));
        await Task.Delay(TimeSpan.FromSeconds(4));
        server.Start();
        var operation = await operations.WaitOperationAsync(new WaitOperationRequest { Name = begun.Name, Timeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(2)) });

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.DoesNotContain("5432", refused.Status.Detail, StringComparison.Ordinal);
        Assert.True(operation.Done);
        Assert.Null(operation.Error);
        Assert.NotEmpty((await plans.GetPlanAsync(new GetPlanRequest { Name = "cities/town/plans/survivor" })).Areas);
    }

    [Fact]
    public async Task A_second_service_on_one_database_does_not_start_until_the_first_has_ended()
    {
        using var server = new OwnServer();
        await using (var first = await StartedService.OnAsync(options => On(options, server)))
        {
            var refused = await Assert.ThrowsAsync<StoreException>(async () => await StartedService.OnAsync(options => On(options, server)));
            Assert.Contains("service", refused.Message, StringComparison.Ordinal);
        }

        await using var next = await StartedService.OnAsync(options => On(options, server));
        Assert.Empty((await new V1.Cities.CitiesClient(next.Channel).ListCitiesAsync(new ListCitiesRequest())).Cities);
    }

    private static ServiceOptions On(ServiceOptions options, OwnServer server) => options with { Store = server.Address, Cities = new Dictionary<string, string>() };

    private static void Found(OwnServer server)
    {
        using var office = PostGisOffice.Open(server.Address);
        office.Found("town", SampleCity.Of(new SampleOptions(200, 7), null, default), new AssemblyOptions { Name = "town", BaselineYear = SampleOptions.BaselineYear });
    }
}
