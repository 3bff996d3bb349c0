namespace CityRenewal.Geo.Need;

/// <summary>A problem that the city health check (城市体检) found in a zone, and how much of the zone an area takes in.</summary>
/// <param name="Problem">The problem as given: elderly_facilities, 停车难, …</param>
/// <param name="ZoneId">Id of the zone.</param>
/// <param name="ZoneName">Its name; empty where unknown.</param>
/// <param name="Kind">Its kind: community, block, …; empty where unknown.</param>
/// <param name="Share">Share of the zone's land that lies in the area, in (0, 1]; land is the net area of parcels.</param>
/// <param name="AreaM2">Land of the zone that lies in the area, m².</param>
public sealed record AnsweredProblem(
    string Problem, string ZoneId, string ZoneName, string Kind, double Share, double AreaM2);
