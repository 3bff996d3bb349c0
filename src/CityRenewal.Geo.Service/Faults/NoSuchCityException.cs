namespace CityRenewal.Geo.Service.Faults;

/// <summary>The service does not hold the city that was asked for.</summary>
internal sealed class NoSuchCityException(string name, IEnumerable<string> known)
    : Exception($"There is no city '{name}' here; this service holds: {string.Join(", ", known.Select(city => $"cities/{city}"))}.");
