namespace CityRenewal.Geo.Service.Faults;

/// <summary>The city does not have the layer that was asked for.</summary>
internal sealed class NoSuchLayerException(string name, IReadOnlyList<string> known)
    : Exception($"The city has no layer '{name}'. It has: {string.Join(", ", known)}.");
