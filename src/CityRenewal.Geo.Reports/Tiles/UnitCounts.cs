using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>How many parcels lie in each zone of a layer, by the middle of their boxes.</summary>
internal static class UnitCounts
{
    public static int[] Of(Zones units, Parcels parcels, int threads)
    {
        var boxes = Enumerable.Range(0, units.Count).Select(units.Shapes.BoxOf).ToArray();
        var index = BoxIndex.Of(boxes);
        var counts = new int[units.Count];
        FixedChunks.Run(parcels.Count, threads, () => new List<int>(), (found, _, start, end) =>
        {
            for (var parcel = start; parcel < end; parcel++)
            {
                var box = parcels.Shapes.BoxOf(parcel);
                if (box.IsEmpty)
                {
                    continue;
                }

                int x = (int)(((long)box.MinX + box.MaxX) / 2), y = (int)(((long)box.MinY + box.MaxY) / 2);
                found.Clear();
                index.Query(new GridBox(x, y, x, y), found);
                found.ForEach(unit => Interlocked.Add(ref counts[unit], IsIn(units.Shapes, unit, x, y) ? 1 : 0));
            }
        });
        return counts;
    }

    private static bool IsIn(PolygonColumns shapes, int feature, int px, int py)
    {
        ReadOnlySpan<int> x = shapes.X, y = shapes.Y;
        var isInside = false;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                isInside ^= (y[i] > py) != (y[i - 1] > py)
                    && px < (((double)x[i - 1] - x[i]) * ((double)py - y[i]) / ((double)y[i - 1] - y[i])) + x[i];
            }
        }

        return isInside;
    }
}
