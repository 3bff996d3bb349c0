namespace CityRenewal.Geo.Stores.Formats;

/// <summary>How alike two names are: 1 − (letters to change) ÷ (letters of the longer), after Levenshtein.</summary>
internal static class Alikeness
{
    private const int Longest = 100;

    /// <returns>A value in [0, 1]; 0 for names that are too long to be names.</returns>
    public static double Of(string a, string b)
    {
        var longer = Math.Max(a.Length, b.Length);
        if (longer is 0 or > Longest || Math.Abs(a.Length - b.Length) * 2 > longer)
        {
            return 0;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return 1 - ((double)row[b.Length] / longer);
    }
}
