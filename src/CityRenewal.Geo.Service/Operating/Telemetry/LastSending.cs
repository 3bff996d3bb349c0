using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CityRenewal.Geo.Service.Operating.Telemetry;

/// <summary>Sends what was measured last before the service is gone, and waits no longer for a collector than a moment.</summary>
internal sealed class LastSending(TracerProvider spans, MeterProvider measures) : IHostedService
{
    private const int MostMilliseconds = 3_000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            spans.ForceFlush(MostMilliseconds);
            measures.ForceFlush(MostMilliseconds);
        },
        CancellationToken.None);
}
