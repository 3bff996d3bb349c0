using System.Net;
using CityRenewal.Geo.Service.Tests.Access;
using CityRenewal.Geo.Stores.Offices;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;

namespace CityRenewal.Geo.Service.Tests.Operating;

public class HealthTests
{
    [Fact]
    public async Task Each_dependency_tells_of_itself_and_nobody_needs_a_key_for_it()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        using var http = service.HttpFor(null);

        Assert.Equal("{\"status\":\"serving\"}", await http.GetStringAsync("/healthz"));
        Assert.Equal("{\"status\":\"serving\",\"store\":\"serving\",\"queue\":\"serving\"}", await http.GetStringAsync("/readyz"));
        foreach (var name in new[] { "", "store", "queue" })
        {
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await AskAsync(service, name));
        }
    }

    [Fact]
    public async Task A_store_that_is_gone_is_told_while_the_process_still_answers()
    {
        await using var service = await StartedService.OnAsync();
        service.App.Services.GetRequiredService<IOfficeStore>().Dispose();
        using var http = service.HttpFor(null);

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        var ready = await http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("{\"status\":\"not_serving\",\"store\":\"not_serving\",\"queue\":\"serving\"}", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await AskAsync(service, "store"));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await AskAsync(service, "queue"));
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> AskAsync(StartedService service, string name) =>
        (await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest { Service = name })).Status;
}
