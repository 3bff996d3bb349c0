namespace CityRenewal.Geo.Metrics;

/// <summary>A point on a ring that paths start at or bend around.</summary>
/// <param name="X">East, metres.</param>
/// <param name="Y">North, metres.</param>
/// <param name="Before">The vertex before it on its ring.</param>
/// <param name="After">The vertex after it on its ring.</param>
/// <param name="Vertex">The vertex that it is, -1 for a point within an edge.</param>
internal readonly record struct BoundaryPoint(double X, double Y, int Before, int After, int Vertex);
