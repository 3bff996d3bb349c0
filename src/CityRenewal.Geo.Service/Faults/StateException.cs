namespace CityRenewal.Geo.Service.Faults;

/// <summary>What was asked for cannot be done as things are.</summary>
/// <param name="reason">Stable word, for example <c>RUN_NOT_DONE</c>.</param>
/// <param name="problem">What is in the way, and what to do.</param>
internal sealed class StateException(string reason, string problem) : Exception(problem)
{
    public string Reason { get; } = reason;
}
