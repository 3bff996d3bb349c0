using CityRenewal.Geo.Service.Access;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Calls;

/// <summary>What is known of one call while it runs: who calls what, and how it ended.</summary>
/// <param name="method">The call: `/package.Service/Method`, or the pattern of a plain address.</param>
/// <param name="needs">Who may call it; null where nobody said.</param>
/// <param name="started">When it came, as the clock counts.</param>
internal sealed class CallNote(string method, V1.Role? needs, long started)
{
    private const string Key = "cityrenewal.call";

    public string Method => method;

    public V1.Role? Needs => needs;

    public long Started => started;

    /// <summary>Who calls; <see cref="Access.Caller.Anyone"/> until that is known.</summary>
    public Caller Caller { get; set; } = Caller.Anyone("");

    /// <summary>What it is about: the first resource name of the request; empty where it names none.</summary>
    public string Resource { get; set; } = "";

    /// <summary>How it ended; null while nothing is known.</summary>
    public StatusCode? Status { get; set; }

    /// <summary>Whether the request could be read, so that a handler was reached.</summary>
    public bool WasReached { get; private set; }

    /// <summary>Whether it was refused before any work.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether it is ended because the service stops.</summary>
    public bool IsStopping { get; set; }

    /// <summary>The note of a call; null outside of one.</summary>
    public static CallNote? Of(HttpContext context) => context.Items.TryGetValue(Key, out var note) ? (CallNote?)note : null;

    /// <summary>Binds the note to its call.</summary>
    public void Take(HttpContext context) => context.Items[Key] = this;

    /// <summary>The call went through its handler and ended.</summary>
    public void Reached(StatusCode status) => (WasReached, Status) = (true, status);
}
