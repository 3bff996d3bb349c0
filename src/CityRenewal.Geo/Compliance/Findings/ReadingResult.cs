using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A rule in another reading of its text, printed beside the one in force.</summary>
/// <param name="Id">Name of the reading: exempt-out-of-both, without-padding, …</param>
/// <param name="Verdict">What it would say; null where it is not applicable.</param>
/// <param name="Measured">What it measures.</param>
public sealed record ReadingResult(string Id, Verdict? Verdict, Measured Measured);
