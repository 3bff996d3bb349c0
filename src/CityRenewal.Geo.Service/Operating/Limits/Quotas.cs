using System.Threading.RateLimiting;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using Google.Rpc;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>How many calls are taken on: of one caller per second and at once, of all at once. Counts by a clock that cannot be set.</summary>
internal sealed class Quotas : IDisposable
{
    private readonly PartitionedRateLimiter<Caller> _rate, _atOnce;
    private readonly ConcurrencyLimiter _all;

    public Quotas(ServiceOptions options)
    {
        var limits = options.Limits;
        _rate = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller.Name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.CallsSaved,
            TokensPerPeriod = Math.Max(1, limits.CallsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(limits.CallsPerSecond >= 10 ? 0.1 : 1.0 / limits.CallsPerSecond),
            QueueLimit = 0,
        }));
        _atOnce = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetConcurrencyLimiter(
            caller.Name, _ => Places(caller.IsAnyone ? limits.AnonymousCallsAtOnce : limits.CallsAtOnce)));
        _all = new ConcurrencyLimiter(Places(limits.AllCallsAtOnce));
    }

    /// <summary>Takes a call on; what is returned is given back at its end. The one user of a loopback has no quota of their own.</summary>
    /// <exception cref="RefusedException">It is too much.</exception>
    public IDisposable Take(Caller caller)
    {
        if (ReferenceEquals(caller, Caller.Local))
        {
            return PlaceOf(null);
        }

        using var rate = _rate.AttemptAcquire(caller);
        if (!rate.IsAcquired)
        {
            var wait = rate.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
            throw Refused("TOO_FAST", "You call more often than the service takes on (limits.calls_per_second).", wait);
        }

        var own = _atOnce.AttemptAcquire(caller);
        if (!own.IsAcquired)
        {
            throw Refused("TOO_MANY_CALLS", "You have more calls going on than the service takes on (limits.calls_at_once).", TimeSpan.FromSeconds(1));
        }

        return PlaceOf(own);
    }

    public void Dispose()
    {
        _rate.Dispose();
        _atOnce.Dispose();
        _all.Dispose();
    }

    private Leases PlaceOf(RateLimitLease? own)
    {
        var place = _all.AttemptAcquire();
        if (!place.IsAcquired)
        {
            own?.Dispose();
            throw Refused("BUSY", "The service has as many calls going on as it takes on (limits.all_calls_at_once).", TimeSpan.FromSeconds(2));
        }

        return new Leases(own, place);
    }

    private static ConcurrencyLimiterOptions Places(int count) => new() { PermitLimit = count, QueueLimit = 0 };

    private static RefusedException Refused(string reason, string problem, TimeSpan wait) =>
        new(Code.ResourceExhausted, reason, $"{problem} Ask again in a while.") { Retry = wait };

    private sealed record Leases(RateLimitLease? Own, RateLimitLease Place) : IDisposable
    {
        public void Dispose()
        {
            Place.Dispose();
            Own?.Dispose();
        }
    }
}
