namespace CityRenewal.Geo.Shapes;

/// <summary>The value that would stand at a place if an array were sorted, found without sorting all of it.</summary>
internal static class OrderStatistic
{
    /// <summary>The n-th smallest value, n from 0; the array is rearranged. No value may be NaN.</summary>
    public static double Of(Span<double> values, int n)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var pivot = MiddleOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
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

            if (n <= right)
            {
                high = right;
            }
            else if (n >= left)
            {
                low = left;
            }
            else
            {
                return values[n];
            }
        }

        return values[n];
    }

    private static double MiddleOfThree(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
