using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>One outline out of many.</summary>
internal static class SingleOutline
{
    /// <summary>A feature as columns of its own.</summary>
    public static PolygonColumns Of(PolygonColumns outlines, int feature)
    {
        int firstRing = outlines.FeatureStart[feature], lastRing = outlines.FeatureStart[feature + 1];
        int first = outlines.RingStart[firstRing], last = outlines.RingStart[lastRing];
        var rings = outlines.RingStart[firstRing..(lastRing + 1)].ToArray();
        for (var ring = 0; ring < rings.Length; ring++)
        {
            rings[ring] -= first;
        }

        return new PolygonColumns(
            outlines.X[first..last].ToArray(), outlines.Y[first..last].ToArray(), rings, [0, lastRing - firstRing]);
    }

    /// <summary>Length of all rings, grid units.</summary>
    public static double LengthOf(PolygonColumns outline)
    {
        double length = 0;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            for (var i = outline.RingStart[ring] + 1; i < outline.RingStart[ring + 1]; i++)
            {
                double dx = (double)outline.X[i] - outline.X[i - 1], dy = (double)outline.Y[i] - outline.Y[i - 1];
                length += Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        return length;
    }
}
