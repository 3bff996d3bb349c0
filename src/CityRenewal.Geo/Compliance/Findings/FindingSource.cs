namespace CityRenewal.Geo.Compliance;

/// <summary>A layer that a finding was read off, in the version that was read.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Version">SHA-256 of its content, 64 hexadecimal digits; empty where the layer is missing.</param>
/// <param name="Features">Ids of its features that the evidence lies in or is hit by, sorted; parcels and buildings are named by the evidence itself.</param>
public sealed record FindingSource(string Layer, string Version, IReadOnlyList<string> Features);
