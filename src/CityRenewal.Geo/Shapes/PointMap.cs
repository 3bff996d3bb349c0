namespace CityRenewal.Geo.Shapes;

/// <summary>Maps one point, slowly and exactly; NaN where the point lies outside of what the map is good for.</summary>
internal delegate (double X, double Y) PointMap(double x, double y);
