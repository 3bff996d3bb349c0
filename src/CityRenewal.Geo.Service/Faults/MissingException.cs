namespace CityRenewal.Geo.Service.Faults;

/// <summary>The service holds no such thing.</summary>
/// <param name="reason">Stable word, for example <c>NO_SUCH_PLAN</c>.</param>
/// <param name="problem">What is missing, and what to do.</param>
internal sealed class MissingException(string reason, string problem) : Exception(problem)
{
    public string Reason { get; } = reason;
}
