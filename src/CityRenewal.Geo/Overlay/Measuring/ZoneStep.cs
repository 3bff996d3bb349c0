namespace CityRenewal.Geo.Overlay;

/// <summary>A change in what lies over the lower line of a polygon's cells, going right.</summary>
/// <param name="X">Where, relative to the polygon's origin.</param>
/// <param name="Sign">+1 into a zone, -1 out of it.</param>
/// <param name="Zone">Position of the zone in its set.</param>
internal readonly record struct ZoneStep(double X, int Sign, int Zone);
