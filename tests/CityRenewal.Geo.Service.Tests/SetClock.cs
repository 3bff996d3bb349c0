namespace CityRenewal.Geo.Service.Tests;

/// <summary>A clock that somebody sets while the service runs; what it measures goes on as time does.</summary>
internal sealed class SetClock : TimeProvider
{
    public TimeSpan Off { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Off;
}
