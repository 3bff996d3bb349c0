namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Finds the word that somebody meant.</summary>
internal static class NearestWord
{
    /// <summary>The known word nearest to what was written; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var small = written.ToLowerInvariant();
        var nearest = known.MinBy(word => Distance(small, word));
        return nearest is not null && Distance(small, nearest) <= Math.Max(2, written.Length / 3) ? nearest : null;
    }

    // Levenshtein's edit distance.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
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

        return row[^1];
    }
}
