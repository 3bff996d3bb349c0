namespace CityRenewal.Geo.Delineation;

/// <summary>What all units come to at some prices of the whole plan.</summary>
/// <param name="Millionths">The sum of their bounds, millionths of a m².</param>
/// <param name="Taken">What their cuts take of each sum over the plan.</param>
/// <param name="Areas">How many areas their land makes, of the largest size where there is more than one.</param>
internal sealed record PlanUsage(double Millionths, double[] Taken, double Areas);
