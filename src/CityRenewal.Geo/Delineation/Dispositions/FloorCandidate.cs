namespace CityRenewal.Geo.Delineation;

/// <summary>A building that may go by choice, in whole millionths of a m² of floor area.</summary>
/// <param name="Building">Index into the city's buildings.</param>
/// <param name="Area">Its floor area: what its going is worth is counted on it.</param>
/// <param name="Size">What it takes of the room for elective demolition: the upper end.</param>
/// <param name="Allows">New floor area that its going makes room for: the lower end times the most new for each m² that goes.</param>
/// <param name="Rank">Place in the order of candidates, the worst first.</param>
/// <param name="HidesNew">Whether nobody knows what may be built where it stands: with it, an area's new floor area is unknown.</param>
internal readonly record struct FloorCandidate(int Building, long Area, long Size, long Allows, int Rank, bool HidesNew);
