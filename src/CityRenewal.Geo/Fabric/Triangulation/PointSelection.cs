namespace CityRenewal.Geo.Fabric;

/// <summary>Parts points along an axis: 0 from west to east, ties from south to north; 1 the same after a quarter turn.</summary>
internal static class PointSelection
{
    private const int MostSorted = 12;

    /// <summary>Reorders points, all different, so that those before <paramref name="middle"/> come before those from it on.</summary>
    public static void Part(Span<GridPoint> points, int middle, int axis)
    {
        if (axis == 0)
        {
            Part<Eastwards>(points, middle);
        }
        else
        {
            Part<Northwards>(points, middle);
        }
    }

    /// <summary>Sorts a few points from west to east.</summary>
    public static void SortEastwards(Span<GridPoint> points) => Sort<Eastwards>(points);

    private static void Part<TAxis>(Span<GridPoint> points, int middle)
        where TAxis : struct, IAxis
    {
        int low = 0, high = points.Length - 1;
        while (high - low >= MostSorted)
        {
            var pivot = MedianOf(TAxis.KeyOf(points[low]), TAxis.KeyOf(points[(low + high) / 2]), TAxis.KeyOf(points[high]));
            int i = low, j = high;
            while (i <= j)
            {
                while (TAxis.KeyOf(points[i]) < pivot)
                {
                    i++;
                }

                while (TAxis.KeyOf(points[j]) > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (points[i], points[j]) = (points[j], points[i]);
                    i++;
                    j--;
                }
            }

            if (middle > j && middle < i)
            {
                return;
            }

            (low, high) = middle <= j ? (low, j) : (i, high);
        }

        Sort<TAxis>(points[low..(high + 1)]);
    }

    private static long MedianOf(long a, long b, long c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static void Sort<TAxis>(Span<GridPoint> points)
        where TAxis : struct, IAxis
    {
        for (var i = 1; i < points.Length; i++)
        {
            var point = points[i];
            var key = TAxis.KeyOf(point);
            var at = i;
            for (; at > 0 && TAxis.KeyOf(points[at - 1]) > key; at--)
            {
                points[at] = points[at - 1];
            }

            points[at] = point;
        }
    }

    private interface IAxis
    {
        static abstract long KeyOf(in GridPoint point);
    }

    private readonly struct Eastwards : IAxis
    {
        public static long KeyOf(in GridPoint point) => point.Eastwards;
    }

    private readonly struct Northwards : IAxis
    {
        public static long KeyOf(in GridPoint point) => point.Northwards;
    }
}
