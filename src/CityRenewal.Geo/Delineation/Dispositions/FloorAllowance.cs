namespace CityRenewal.Geo.Delineation;

/// <summary>What an area allows, in whole millionths of a m² of floor area.</summary>
/// <param name="Room">Most floor area that may go by choice.</param>
/// <param name="Capacity">Most new floor area that the detailed plan leaves room for.</param>
/// <param name="HidesNew">Whether new floor area is unknown whatever goes.</param>
internal readonly record struct FloorAllowance(long Room, long Capacity, bool HidesNew);
