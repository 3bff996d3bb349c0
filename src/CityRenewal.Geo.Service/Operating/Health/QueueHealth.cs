using CityRenewal.Geo.Service.Runs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CityRenewal.Geo.Service.Operating.Health;

/// <summary>Whether runs are worked on, and further ones taken on.</summary>
internal sealed class QueueHealth(RunQueue runs, RunOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            runs.ExecuteTask is not { IsCompleted: false } ? HealthCheckResult.Unhealthy()
            : runs.Count(waiting: true) >= options.MostWaiting ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy());
}
