namespace CityRenewal.Geo.Shapes;

/// <summary>Whether a point lies in an outline: inside is what its rings enclose an odd number of times.</summary>
public static class PointInRings
{
    /// <summary>Whether the point is inside; on the outline it may be either.</summary>
    public static bool IsIn(IReadOnlyList<PlainRing> rings, double x, double y)
    {
        var isInside = false;
        foreach (var ring in rings)
        {
            for (int i = 0, j = ring.X.Length - 1; i < ring.X.Length; j = i++)
            {
                isInside ^= (ring.Y[i] > y) != (ring.Y[j] > y)
                    && x < ((ring.X[j] - ring.X[i]) * (y - ring.Y[i]) / (ring.Y[j] - ring.Y[i])) + ring.X[i];
            }
        }

        return isInside;
    }
}
