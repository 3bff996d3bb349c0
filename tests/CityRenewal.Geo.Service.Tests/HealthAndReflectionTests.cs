using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class HealthAndReflectionTests(RunningService service)
{
    [Fact]
    public async Task The_service_says_that_it_is_healthy()
    {
        var health = await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Tools_can_ask_the_service_what_it_offers()
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext(default));
        await call.RequestStream.CompleteAsync();

        var names = call.ResponseStream.Current.ListServicesResponse.Service.Select(item => item.Name);
        Assert.Superset(
            new HashSet<string> { "cityrenewal.geo.v1.Outlines", "cityrenewal.geo.v1.Plans" }, names.ToHashSet());
    }
}
