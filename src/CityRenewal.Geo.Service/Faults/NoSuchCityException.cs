namespace CityRenewal.Geo.Service.Faults;

/// <summary>The service does not hold the city that was asked for. Which it holds is told by a list, which knows who asks.</summary>
internal sealed class NoSuchCityException(string name) : Exception($"There is no city '{name}' here; list the cities to see which there are.");
