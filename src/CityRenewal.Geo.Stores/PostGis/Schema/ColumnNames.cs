using System.Security.Cryptography;
using System.Text;

namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>
/// Names of columns as PostgreSQL takes them: most stay as they were delivered; those that are too long, or that PostgreSQL or we
/// use ourselves, are cut and marked, and their comment says the name that was delivered.
/// </summary>
internal static class ColumnNames
{
    /// <summary>How the comment of a marked column begins.</summary>
    internal const string Mark = "delivered as ";

    private const int Longest = 63;

    private static readonly string[] Taken = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "geom_delivered"];

    /// <summary>The name in the table.</summary>
    internal static string InTable(string delivered) =>
        Taken.Contains(delivered, StringComparer.Ordinal) ? Marked(delivered, delivered) : Cut(delivered, Longest);

    /// <summary>A text of at most so many bytes; one that was cut ends in its hash.</summary>
    internal static string Cut(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes)
        {
            return text;
        }

        var kept = text;
        while (Encoding.UTF8.GetByteCount(kept) > bytes - 9)
        {
            kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        }

        return Marked(kept, text);
    }

    private static string Marked(string kept, string whole) =>
        $"{kept}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..8]}";
}
