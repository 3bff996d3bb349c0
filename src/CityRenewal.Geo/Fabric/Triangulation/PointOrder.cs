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
}
