namespace CityRenewal.Geo.Repairs;

/// <summary>All choices of some from a list, in the order of the list.</summary>
internal static class Choices
{
    /// <summary>Every choice of so many.</summary>
    public static IEnumerable<int[]> Of(int[] from, int count)
    {
        int[] at = [.. Enumerable.Range(0, count)];
        while (true)
        {
            yield return [.. at.Select(i => from[i])];
            var last = count - 1;
            while (last >= 0 && at[last] == from.Length - count + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            at[last]++;
            for (var i = last + 1; i < count; i++)
            {
                at[i] = at[i - 1] + 1;
            }
        }
    }
}
