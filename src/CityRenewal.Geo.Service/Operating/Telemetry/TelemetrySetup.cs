using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CityRenewal.Geo.Service.Operating.Telemetry;

/// <summary>Sends spans and measures to a collector, where one is named.</summary>
internal static class TelemetrySetup
{
    private const int MillisecondsBetween = 15_000;

    /// <summary>Adds the sending to the services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="collector">The collector's address for OTLP over HTTP; null sends nothing, and costs nothing.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
        {
            return;
        }

        services.AddHostedService<LastSending>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("cityrenewal-geo", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing
                .AddSource(Measured.Name)
                .AddOtlpExporter(otlp => Send(otlp, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Measured.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter((otlp, reader) =>
                {
                    Send(otlp, collector, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = MillisecondsBetween;
                }));
    }

    private static void Send(OtlpExporterOptions otlp, Uri collector, string signal) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(new Uri(collector.ToString().TrimEnd('/') + "/"), signal));
}
