using System.Text.Json;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.V1;
using Grpc.AspNetCore.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CityRenewal.Geo.Service.Operating.Health;

/// <summary>How the service is: for machines that start and watch it, over gRPC and as two plain addresses.</summary>
internal static class HealthRoutes
{
    private const string Store = "store", Queue = "queue";

    /// <summary>Adds what is looked at: the whole as ``, each dependency by its name.</summary>
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>(Store).AddCheck<QueueHealth>(Queue);
        services.AddGrpcHealthChecks(health =>
        {
            health.Services.Map("", _ => true);
            health.Services.Map(Store, entry => entry.Name == Store);
            health.Services.Map(Queue, entry => entry.Name == Queue);
        });
    }

    /// <summary>Adds `/healthz`, whether the process answers, and `/readyz`, whether it can do its work.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGrpcHealthChecksService();
        Map("/healthz", _ => Task.FromResult(new HealthReport(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero)));
        Map("/readyz", context => context.RequestServices.GetRequiredService<HealthCheckService>().CheckHealthAsync(context.RequestAborted));

        void Map(string address, Func<HttpContext, Task<HealthReport>> look) =>
            app.MapGet(address, async (HttpContext context) => await WriteAsync(context, await look(context)))
                .WithMetadata(new MayCall(Role.Anyone, address));
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", Word(report.Status));
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, Word(entry.Status));
        }

        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "serving",
        HealthStatus.Degraded => "full",
        _ => "not_serving",
    };
}
