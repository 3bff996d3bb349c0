using Google.Rpc;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>A call that the service does not take on: who calls may not, or too much is asked for.</summary>
/// <param name="code">The status.</param>
/// <param name="reason">The reason, for programs.</param>
/// <param name="message">What is wrong, and what to do.</param>
internal sealed class RefusedException(Code code, string reason, string message) : Exception(message)
{
    public Code Code { get; } = code;

    public string Reason { get; } = reason;

    /// <summary>When to ask again; null where waiting does not help.</summary>
    public TimeSpan? Retry { get; init; }

    /// <summary>What is wrong in the request; empty where it is not about its fields.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}
