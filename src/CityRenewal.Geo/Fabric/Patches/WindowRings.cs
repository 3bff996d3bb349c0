using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Polygons as a window on them needs them: edges that may reach into it stay as they are, runs of vertices on one outer
/// side of it become one edge there. So every point of the window is wound around as before.
/// </summary>
internal static class WindowRings
{
    /// <summary>The polygons, each with the rings that come near; most have none.</summary>
    public static PolygonColumns Of(PolygonColumns shapes, GridBox window)
    {
        List<int> x = [], y = [], rings = [0], features = [0];
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
            {
                int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
                var ringX = shapes.X[start..end];
                var ringY = shapes.Y[start..end];
                if (end - start >= 4 && GridBox.Of(ringX, ringY).Meets(window))
                {
                    Add(ringX, ringY, window, (x, y));
                    rings.Add(x.Count);
                }
            }

            features.Add(rings.Count - 1);
        }

        return new PolygonColumns([.. x], [.. y], [.. rings], [.. features]);
    }

    // Edges that may reach in keep both ends. Of the others an end is moved up to the window, on whose far side it stays, and
    // goes where its neighbours lie beyond the same side as it.
    private static void Add(ReadOnlySpan<int> x, ReadOnlySpan<int> y, GridBox window, (List<int> X, List<int> Y) to)
    {
        var last = x.Length - 1;
        var beyond = 0;
        for (var i = 0; i <= last; i++)
        {
            int here = SidesBeyond(x[i], y[i], window), before = i == 0 ? last - 1 : i - 1, next = i == last ? 1 : i + 1;
            var isBefore = (here & SidesBeyond(x[before], y[before], window)) == 0;
            var isNext = (here & SidesBeyond(x[next], y[next], window)) == 0;
            beyond = i == 0 ? here : beyond & here;
            if (i == 0 || i == last || isBefore || isNext || (beyond & SidesBeyond(x[next], y[next], window)) == 0)
            {
                var isKept = isBefore || isNext;
                to.X.Add(isKept ? x[i] : Math.Clamp(x[i], window.MinX - 1, window.MaxX + 1));
                to.Y.Add(isKept ? y[i] : Math.Clamp(y[i], window.MinY - 1, window.MaxY + 1));
                beyond = here;
            }
        }
    }

    private static int SidesBeyond(int x, int y, GridBox window) =>
        (x < window.MinX ? 1 : 0) | (x > window.MaxX ? 2 : 0) | (y < window.MinY ? 4 : 0) | (y > window.MaxY ? 8 : 0);
}
