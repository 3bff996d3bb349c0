namespace CityRenewal.Geo.Reasons;

/// <summary>Why the outline of an area runs where it runs, along a part of its length.</summary>
/// <param name="Reason">What lies on the other side.</param>
/// <param name="LengthM">Length of the outline along it, metres.</param>
/// <param name="Share">Share of the outline, in [0, 1]; the shares of an area add up to 1.</param>
public sealed record OutlineStop(StopReason Reason, double LengthM, double Share);
