using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Contract;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Operating;
using CityRenewal.Geo.Service.Operating.Calls;
using CityRenewal.Geo.Service.Operating.Health;
using CityRenewal.Geo.Service.Operating.Limits;
using CityRenewal.Geo.Service.Operating.Logs;
using CityRenewal.Geo.Service.Operating.Settings;
using CityRenewal.Geo.Service.Operating.Telemetry;
using CityRenewal.Geo.Service.Rpc;
using CityRenewal.Geo.Service.Rpc.Audits;
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
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CityRenewal.Geo.Service;

/// <summary>The service as a table of contents: what it answers, over which protocols, on which addresses.</summary>
public static class ServiceHost
{
    /// <summary>Builds the service; the caller starts and stops it.</summary>
    /// <exception cref="SettingsException">It may not be started so; lists everything that is wrong.</exception>
    public static WebApplication Create(ServiceOptions options)
    {
        if (SettingChecks.Of(options) is { Count: > 0 } problems)
        {
            throw new SettingsException(problems);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddLines(options);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Grace + options.Runs.Grace + TimeSpan.FromSeconds(5));
        AddWork(builder.Services, options);
        AddOperation(builder.Services, options);
        AddGrpc(builder.Services, options);
        return Map(builder.Build(), options);
    }

    /// <summary>The addresses that a started service listens on: JSON first, gRPC second; the same twice where it is one.</summary>
    public static (Uri Json, Uri Grpc) AddressesOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        return (new Uri(addresses[0]), new Uri(addresses[^1]));
    }

    /// <summary>Waits until the service is told to end, or ends because it cannot go on; then it has stopped.</summary>
    /// <exception cref="Exception">Why it could not go on.</exception>
    public static async Task WaitUntilStoppedAsync(WebApplication app, CancellationToken cancel)
    {
        var queue = app.Services.GetRequiredService<RunQueue>();
        await app.WaitForShutdownAsync(cancel);
        if (queue.ExecuteTask is { IsFaulted: true } fault)
        {
            await fault;
        }
    }

    private static void AddWork(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<IOfficeStore>(_ => OfficeOpening.Open(options));
        services.AddHostedService<OfficeWatch>();
        services.AddSingleton(options.Runs);
        services.AddSingleton<CityShelf>();
        services.AddSingleton<Answered>();
        services.AddSingleton(new TransferLimits { UploadBytes = options.Limits.UploadBytes, ImportBytes = options.Limits.MessageBytes });
        services.AddSingleton<LayerBringing>();
        services.AddSingleton<CityWatch>();
        services.AddSingleton<SessionShelf>();
        services.AddSingleton<PlanKeeping>();
        services.AddSingleton<ProposalWatch>();
        services.AddSingleton<StoredPlans>();
        services.AddSingleton<PlanDossiers>();
        services.AddSingleton<DossierChecking>();
        services.AddSingleton<OpinionKeeping>();
        services.AddSingleton<OpinionWordings>();
        services.AddSingleton<RegisterKeeping>();
        services.AddSingleton<IRunKind, ProposeRun>();
        services.AddSingleton<IRunKind, RepairRun>();
        services.AddSingleton<IRunKind, EnsembleRun>();
        services.AddSingleton<RunQueue>();
        services.AddHostedService(known => known.GetRequiredService<RunQueue>());
    }

    private static void AddOperation(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Access);
        services.AddSingleton(options.Limits);
        services.AddSingleton(options.Clock);
        services.AddSingleton<FaultWords>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Confinement>();
        services.AddSingleton<Quotas>();
        services.AddSingleton<MessageLimits>();
        services.AddSingleton<Stopping>();
        services.AddSingleton<Measured>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<CallEnd>();
        services.AddTelemetry(options.Collector);
        services.AddHealth();
        if (options.Access.TakesTokens)
        {
            services.AddTokens(options.Access, options.Clock);
        }
    }

    private static void AddGrpc(IServiceCollection services, ServiceOptions options)
    {
        // What has no state of a call is made once, not for each one.
        services.AddSingleton<FaultInterceptor>();
        services.AddSingleton<RequestGuard>();
        services.AddSingleton<OutlinesService>();
        services
            .AddGrpc(grpc =>
            {
                grpc.Interceptors.Add<FaultInterceptor>();
                grpc.Interceptors.Add<RequestGuard>();
                grpc.MaxReceiveMessageSize = options.Limits.MessageBytes;
                grpc.MaxSendMessageSize = options.Limits.AnswerBytes;
                grpc.CompressionProviders = [new BoundedGzip(options.Limits.MessageBytes)];
            })
            .AddJsonTranscoding(json => json.TypeRegistry = WireTypes.Registry);
        services.AddGrpcReflection();
        services.AddBrowsers(options.Origins);
    }

    private static WebApplication Map(WebApplication app, ServiceOptions options)
    {
        app.UseRouting();
        app.UseBrowsers(options.Origins);
        app.UseMiddleware<Gate>();
        app.MapGrpcService<AuditsService>();
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
        app.MapTiles().WithMetadata(new MayCall(V1.Role.Reader, "/v1/cities/{city}/tiles"));
        app.MapHealth();
        app.MapGrpcReflectionService();
        return app;
    }
}
