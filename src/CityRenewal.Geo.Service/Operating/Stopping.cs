using CityRenewal.Geo.Service.Operating.Calls;

namespace CityRenewal.Geo.Service.Operating;

/// <summary>
/// Lets calls end in their own time when the service is told to stop, and ends those that go on after that: a stream that
/// follows something would follow it for ever.
/// </summary>
internal sealed class Stopping : IDisposable
{
    private readonly CancellationTokenSource _late = new();
    private readonly CancellationTokenRegistration _registration;

    public Stopping(IHostApplicationLifetime lifetime, ServiceOptions options) =>
        _registration = lifetime.ApplicationStopping.Register(() => _late.CancelAfter(options.Grace));

    /// <summary>Ends a call too when it goes on for too long after the service was told to stop.</summary>
    public IDisposable Bind(HttpContext context, CallNote note)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _late.Token);
        context.RequestAborted = both.Token;
        return new Bond(both, _late.Token.Register(() => note.IsStopping = true));
    }

    public void Dispose()
    {
        _registration.Dispose();
        _late.Dispose();
    }

    private sealed record Bond(CancellationTokenSource Both, CancellationTokenRegistration Told) : IDisposable
    {
        public void Dispose()
        {
            Told.Dispose();
            Both.Dispose();
        }
    }
}
