using System.Diagnostics;
using System.Diagnostics.Metrics;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Operating.Calls;
using CityRenewal.Geo.Service.Runs;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Telemetry;

/// <summary>What is measured of the service, for whoever collects it: calls and runs.</summary>
internal sealed class Measured : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "CityRenewal.Geo";

    private readonly Meter _meter = new(Name);
    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _calls;

    public Measured(RunQueue runs)
    {
        _calls = _meter.CreateHistogram<double>("cityrenewal.calls", "s", "How long calls took, by method and status.");
        _meter.CreateObservableGauge("cityrenewal.runs.waiting", () => runs.Count(waiting: true), "{run}", "Runs that wait for their turn.");
        _meter.CreateObservableGauge("cityrenewal.runs.working", () => runs.Count(waiting: false), "{run}", "Runs that are worked on.");
    }

    /// <summary>The span of a call; null where nobody listens.</summary>
    public Activity? Begin(CallNote note) => _source.StartActivity(note.Method, ActivityKind.Server);

    /// <summary>A call is over.</summary>
    public void Of(CallNote note, StatusCode status, TimeSpan took)
    {
        _calls.Record(took.TotalSeconds, new KeyValuePair<string, object?>("method", note.Method), new KeyValuePair<string, object?>("status", status.ToString()));
        if (Activity.Current is { } span && span.Source == _source)
        {
            span.SetTag("cityrenewal.role", RoleWords.Of(note.Caller.Role)).SetTag("rpc.grpc.status_code", (int)status);
            span.SetStatus(status is StatusCode.Internal or StatusCode.Unknown ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }

    public void Dispose()
    {
        _meter.Dispose();
        _source.Dispose();
    }
}
