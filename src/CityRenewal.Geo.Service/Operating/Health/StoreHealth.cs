using CityRenewal.Geo.Stores.Offices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CityRenewal.Geo.Service.Operating.Health;

/// <summary>Whether the office can be read.</summary>
internal sealed class StoreHealth(IOfficeStore office, ILogger<StoreHealth> log) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            try
            {
                _ = (office.Cities.Count, office.Records.Calls(1).Count);
                return HealthCheckResult.Healthy();
            }
            catch (Exception fault)
            {
                log.LogError(fault, "the office cannot be read");
                return HealthCheckResult.Unhealthy();
            }
        },
        cancellationToken);
}
