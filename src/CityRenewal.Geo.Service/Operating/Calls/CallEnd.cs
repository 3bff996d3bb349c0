using System.Diagnostics;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Operating.Telemetry;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Calls;

/// <summary>What is told of a call when it is over: a line in the log, measures, and its place in the record of calls.</summary>
internal sealed partial class CallEnd(AuditTrail trail, Measured measured, ILogger<CallEnd> log, TimeProvider clock)
{
    /// <summary>The span of a call, which ends when it is disposed; null where nobody looks.</summary>
    public Activity? Begin(CallNote note) => measured.Begin(note);

    /// <summary>A call is over.</summary>
    public void Of(HttpContext context, CallNote note)
    {
        var status = note.Status ?? (context.RequestAborted.IsCancellationRequested ? StatusCode.Cancelled : StatusCode.Unknown);
        note.Status = status;
        var took = clock.GetElapsedTime(note.Started);
        measured.Of(note, status, took);
        var level = status is StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss ? LogLevel.Error : LogLevel.Information;
        if (log.IsEnabled(level))
        {
            Say(level, note.Method, note.Caller.Name, RoleWords.Of(note.Caller.Role), note.Resource, status.ToString(), took.TotalMilliseconds, Activity.Current?.TraceId.ToString() ?? "");
        }

        trail.Of(note, status);
    }

    [LoggerMessage(EventId = 1, EventName = "call", Message = "{method} of {caller} ({role}) on {resource}: {status} in {milliseconds} ms, trace {trace}")]
    private partial void Say(LogLevel level, string method, string caller, string role, string resource, string status, double milliseconds, string trace);
}
