using System.Net;
using CityRenewal.Geo.Service.Contract;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc;
using CityRenewal.Geo.Service.Rpc.Cities;
using CityRenewal.Geo.Service.Rpc.Comparisons;
using CityRenewal.Geo.Service.Rpc.Dossiers;
using CityRenewal.Geo.Service.Rpc.Edits;
using CityRenewal.Geo.Service.Rpc.Ensembles;
using CityRenewal.Geo.Service.Rpc.Explanations;
using CityRenewal.Geo.Service.Rpc.Operations;
using CityRenewal.Geo.Service.Rpc.Opinions;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Rpc.Registers;
using CityRenewal.Geo.Service.Rpc.Repairs;
using CityRenewal.Geo.Service.Rpc.Reports;
using CityRenewal.Geo.Service.Rpc.Reviews;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.Tiles;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
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
        builder.Services.AddSingleton<IOfficeStore>(_ => OfficeOpening.Open(options));
        builder.Services.AddSingleton(options.Runs);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FaultWords>();
        builder.Services.AddSingleton<CityShelf>();
        builder.Services.AddSingleton<Answered>();
        builder.Services.AddSingleton(new TransferLimits());
        builder.Services.AddSingleton<LayerBringing>();
        builder.Services.AddSingleton<CityWatch>();
        builder.Services.AddSingleton<SessionShelf>();
        builder.Services.AddSingleton<PlanKeeping>();
        builder.Services.AddSingleton<StoredPlans>();
        builder.Services.AddSingleton<PlanDossiers>();
        builder.Services.AddSingleton<DossierChecking>();
        builder.Services.AddSingleton<OpinionKeeping>();
        builder.Services.AddSingleton<OpinionWordings>();
        builder.Services.AddSingleton<RegisterKeeping>();
        builder.Services.AddSingleton<IRunKind, ProposeRun>();
        builder.Services.AddSingleton<IRunKind, RepairRun>();
        builder.Services.AddSingleton<IRunKind, EnsembleRun>();
        builder.Services.AddSingleton<RunQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunQueue>());
        builder.Services
            .AddGrpc(grpc =>
            {
                grpc.Interceptors.Add<FaultInterceptor>();
                grpc.MaxReceiveMessageSize = LargestMessage;
                grpc.MaxSendMessageSize = LargestMessage;
            })
            .AddJsonTranscoding(json => json.TypeRegistry = WireTypes.Registry);
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck("service", () => Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy());

        var app = builder.Build();
        app.MapGrpcService<OperationsService>();
        app.MapGrpcService<RunsService>();
        app.MapGrpcService<CitiesService>();
        app.MapGrpcService<ComparisonsService>();
        app.MapGrpcService<DossiersService>();
        app.MapGrpcService<EditsService>();
        app.MapGrpcService<EnsemblesService>();
        app.MapGrpcService<ExplanationsService>();
        app.MapGrpcService<OpinionsService>();
        app.MapGrpcService<OutlinesService>();
        app.MapGrpcService<PlansService>();
        app.MapGrpcService<RegistersService>();
        app.MapGrpcService<RepairsService>();
        app.MapGrpcService<ReportsService>();
        app.MapGrpcService<ReviewsService>();
        app.MapGrpcService<RulePacksService>();
        app.MapContract();
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
