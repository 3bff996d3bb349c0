using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Stores.Offices;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Calls;

/// <summary>
/// Writes calls into the office's record that nobody changes: those that may change something, and those that were refused. A
/// refusal that is repeated is counted, and written once a minute, so that nobody fills the disk with them.
/// </summary>
internal sealed partial class AuditTrail(IOfficeStore office, TimeProvider clock, ILogger<AuditTrail> log) : IDisposable
{
    private const int MostCounted = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Caller, string Method, StatusCode Status), Repeated> _repeated = [];

    /// <summary>A call ended so.</summary>
    public void Of(CallNote note, StatusCode status)
    {
        var refused = note.IsRefused || status is StatusCode.Unauthenticated or StatusCode.PermissionDenied;
        if (refused ? IsNew(note, status) : MethodRoles.MayChange(note.Method))
        {
            Write(note, status.ToString());
        }
    }

    /// <summary>Writes down what was only counted so far.</summary>
    public void Dispose()
    {
        List<Repeated> rest;
        lock (_gate)
        {
            rest = [.. _repeated.Values.Where(repeated => repeated.More > 0)];
            _repeated.Clear();
        }

        rest.ForEach(WriteCounted);
    }

    private bool IsNew(CallNote note, StatusCode status)
    {
        var key = (note.Caller.Name, note.Method, status);
        Repeated? over = null;
        lock (_gate)
        {
            if (_repeated.TryGetValue(key, out var known) && clock.GetElapsedTime(known.Since) < Pause)
            {
                known.More++;
                return false;
            }

            over = known;
            if (_repeated.Count >= MostCounted)
            {
                // So many different ones at once are an attack; what was counted of them is told in the log.
                LogDropped(_repeated.Values.Sum(repeated => repeated.More));
                _repeated.Clear();
            }

            _repeated[key] = new Repeated(note, status, clock.GetTimestamp());
        }

        if (over is { More: > 0 })
        {
            WriteCounted(over);
        }

        return true;
    }

    private void WriteCounted(Repeated repeated) => Write(repeated.Note, $"{repeated.Status} ({repeated.More} more)");

    private void Write(CallNote note, string status)
    {
        var call = new AuditRecord(clock.GetUtcNow(), note.Caller.Name, RoleWords.Of(note.Caller.Role), note.Method, note.Resource, status);
        try
        {
            office.Records.Add(call);
        }
        catch (Exception fault)
        {
            // The call itself is done and acknowledged; the log is the second place that keeps it.
            LogLost(fault, call.Caller, call.Role, call.Method, call.Resource, call.Status);
        }
    }

    [LoggerMessage(EventId = 2, EventName = "call_not_recorded", Level = LogLevel.Error, Message = "not recorded: {method} of {caller} ({role}) on {resource}: {status}")]
    private partial void LogLost(Exception fault, string caller, string role, string method, string resource, string status);

    [LoggerMessage(EventId = 3, EventName = "refusals_dropped", Level = LogLevel.Warning, Message = "{count} repeated refusals were counted only here")]
    private partial void LogDropped(int count);

    private sealed class Repeated(CallNote note, StatusCode status, long since)
    {
        public CallNote Note => note;

        public StatusCode Status => status;

        public long Since => since;

        public int More { get; set; }
    }
}
