namespace CityRenewal.Geo.Fabric;

/// <summary>Order of points along an axis: 0 from west to east, ties from south to north; 1 the same after a quarter turn.</summary>
internal readonly struct PointOrder(int[] x, int[] y, int axis)
{
    public int Compare(int a, int b)
    {
        if (axis == 0)
        {
            return x[a] != x[b] ? x[a].CompareTo(x[b]) : y[a].CompareTo(y[b]);
        }

        return y[a] != y[b] ? y[a].CompareTo(y[b]) : x[b].CompareTo(x[a]);
    }

    /// <summary>Reorders points so that those before <paramref name="middle"/> come before those from it on.</summary>
    public static void Select(int[] points, int start, int end, int middle, PointOrder order)
    {
        int low = start, high = end - 1;
        while (low < high)
        {
            var pivot = points[MedianOf(points, low, high, order)];
            int i = low, j = high;
            while (i <= j)
            {
                while (order.Compare(points[i], pivot) < 0)
                {
                    i++;
                }

                while (order.Compare(points[j], pivot) > 0)
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

            if (middle <= j)
            {
                high = j;
            }
            else if (middle >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private static int MedianOf(int[] points, int low, int high, PointOrder order)
    {
        var middle = (low + high) / 2;
        var isLowFirst = order.Compare(points[low], points[middle]) < 0;
        int small = isLowFirst ? low : middle, large = isLowFirst ? middle : low;
        return order.Compare(points[high], points[small]) < 0 ? small
            : order.Compare(points[high], points[large]) < 0 ? high : large;
    }
}
