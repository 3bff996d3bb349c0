namespace CityRenewal.Geo.Service.Faults;

/// <summary>The service holds no rule pack of that name.</summary>
internal sealed class NoSuchRulePackException(string name, IReadOnlyList<string> known)
    : Exception($"There is no rule pack '{name}'. The service holds: {string.Join(", ", known.Select(id => $"rulePacks/{id}"))}.");
