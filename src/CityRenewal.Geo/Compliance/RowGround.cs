using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>What a rule needs to become a row: the city, the parcel of each building, and what is proposed for it by itself.</summary>
/// <param name="Book">The rules.</param>
/// <param name="HomeParcels">Per building the parcel that it belongs to, -1 where none.</param>
/// <param name="Standing">A building with what is proposed for it whatever area it comes to lie in.</param>
public sealed record RowGround(RuleBook Book, int[] HomeParcels, Func<int, StandingBuilding> Standing);
