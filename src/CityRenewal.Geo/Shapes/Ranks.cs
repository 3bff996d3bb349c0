namespace CityRenewal.Geo.Shapes;

/// <summary>Finds a value by its rank without sorting all of them.</summary>
internal static class Ranks
{
    private const int Few = 32;

    /// <summary>
    /// The value that would stand at a place if the values were sorted; they are reordered on the way: smaller ones before it,
    /// greater ones after it. None may be NaN.
    /// </summary>
    public static double Place(Span<double> values, int place)
    {
        int low = 0, high = values.Length - 1;
        while (high - low > Few)
        {
            var (before, after) = Split(values, low, high);
            if (place <= before)
            {
                high = before;
            }
            else if (place >= after)
            {
                low = after;
            }
            else
            {
                return values[place];
            }
        }

        values[low..(high + 1)].Sort();
        return values[place];
    }

    // What lies between the two places returned is equal to the pivot, the median of three.
    private static (int Before, int After) Split(Span<double> values, int low, int high)
    {
        double first = values[low], middle = values[(low + high) / 2], last = values[high];
        var pivot = Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
        int left = low, right = high;
        while (left <= right)
        {
            while (values[left] < pivot)
            {
                left++;
            }

            while (values[right] > pivot)
            {
                right--;
            }

            if (left <= right)
            {
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
        }

        return (right, left);
    }
}
