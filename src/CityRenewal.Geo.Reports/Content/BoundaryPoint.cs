namespace CityRenewal.Geo.Reports.Content;

/// <summary>A boundary point (界址点) as surveyors list it.</summary>
/// <param name="Name">J1, J2, …; the last point of a ring is its first again.</param>
/// <param name="Ring">Number of the ring from 1.</param>
/// <param name="IsHole">Whether the ring is a hole.</param>
/// <param name="X">Metres to the north, to the millimetre.</param>
/// <param name="Y">Metres to the east, to the millimetre.</param>
/// <param name="Side">Length of the side from the point before, metres on the plane of the system; null for the first of a ring.</param>
public sealed record BoundaryPoint(string Name, int Ring, bool IsHole, double X, double Y, double? Side);
