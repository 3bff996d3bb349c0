namespace CityRenewal.Geo.Certificates;

/// <summary>A sum over all areas of a plan together, of which a plan may not hold more than a limit.</summary>
/// <param name="Name">What it limits.</param>
/// <param name="Taken">What each node takes, millionths of the sum's unit.</param>
/// <param name="Limit">What a plan may take in all.</param>
/// <param name="SoftPrice">What one unit too much costs, m² of benefit; infinite where the limit is kept whatever it costs.</param>
public sealed record CertifiedSum(string Name, IReadOnlyList<long> Taken, long Limit, double SoftPrice);
