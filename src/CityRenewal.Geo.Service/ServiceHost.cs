using System.Net;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.Tiles;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CityRenewal.Geo.Service;

/// <summary>The service as a table of contents: what it answers, over which protocols, on which addresses.</summary>
public static class ServiceHost
{
    private const int LargestMessage = 256 * 1024 * 1024;

    /// <summary>Builds the service; the caller starts and stops it.</summary>
    public static WebApplication Create(ServiceOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.JsonPort, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = LargestMessage;
        });
        builder.Services.AddSingleton(new CityShelf(options.Cities));
        builder.Services
            .AddGrpc(grpc =>
            {
                grpc.Interceptors.Add<FaultInterceptor>();
                grpc.MaxReceiveMessageSize = LargestMessage;
                grpc.MaxSendMessageSize = LargestMessage;
            })
            .AddJsonTranscoding(json => json.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck("service", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy());

        var app = builder.Build();
        app.MapGrpcService<ExplanationsService>();
        app.MapGrpcService<OutlinesService>();
        app.MapGrpcService<PlansService>();
        app.MapGrpcService<ReviewsService>();
        app.MapGrpcService<RulePacksService>();
        app.MapTiles();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        return app;
    }

    /// <summary>The addresses that a started service listens on: JSON first, gRPC second.</summary>
    public static (Uri Json, Uri Grpc) AddressesOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        return (new Uri(addresses[0]), new Uri(addresses[1]));
    }
}
