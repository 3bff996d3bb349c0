namespace CityRenewal.Geo.Exact.Plans;

/// <summary>Areas chosen in shares.</summary>
/// <param name="Prices">Per unit and node what a share of it is worth, m².</param>
/// <param name="PlanPrices">Per row over the plan what a step of it is worth, m².</param>
/// <param name="Shares">Areas with a share.</param>
/// <param name="Missing">How many nodes that have to be in are in none.</param>
internal sealed record MasterAnswer(double[][] Prices, double[] PlanPrices, IReadOnlyList<(AreaColumn Area, double Share)> Shares, double Missing);
