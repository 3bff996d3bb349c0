namespace CityRenewal.Geo.Areas;

/// <summary>A division whose units an area may cross, and what that costs.</summary>
/// <param name="Division">The division: planning_units, district, street, community, detailed_plots, …</param>
/// <param name="Price">What each unit of it beyond the first that an area lies in costs, m² of benefit; land in no unit is one more.</param>
public sealed record DivisionPrice(string Division, double Price);
