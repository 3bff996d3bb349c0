namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>The service cannot be started as it is set up: lists everything that is wrong.</summary>
/// <param name="problems">Each: which setting, what is wrong, what to do.</param>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"The service is not started, {problems.Count} of its settings must be looked at:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))}")
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
