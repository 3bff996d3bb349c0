using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis;

namespace CityRenewal.Geo.Service;

/// <summary>
/// Looks now and then whether a database is still held for this service. Where another one took it while the server was started
/// anew, this one ends: two would work on the same runs.
/// </summary>
internal sealed class OfficeWatch(IOfficeStore office, IHostApplicationLifetime lifetime, ILogger<OfficeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (office is not PostGisOffice database)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!database.IsStillHeld())
                {
                    log.LogCritical("another service took the office while the database was away; this one ends");
                    lifetime.StopApplication();
                    return;
                }
            }
            catch (StoreException away)
            {
                log.LogWarning(away, "the office cannot be reached");
            }
        }
    }
}
