using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Offices;

/// <summary>What may be the id of a city or plan: it becomes part of addresses, tables and files, so it is plain.</summary>
public static partial class OfficeNames
{
    /// <summary>What an id is made of, for messages.</summary>
    public const string Said = "1 to 63 of a-z, 0-9, '-' and '_', beginning with a letter or digit";

    /// <summary>Whether a text may be an id.</summary>
    public static bool IsId(string text) => Plain().IsMatch(text);

    /// <summary>The nearest id to a file's name.</summary>
    public static string From(string text)
    {
        var plain = Other().Replace(text.ToLowerInvariant(), "-").Trim('-', '_');
        return IsId(plain) ? plain : plain.Length > 63 ? plain[..63].Trim('-', '_') : "city";
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,62}\z")]
    private static partial Regex Plain();

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex Other();
}
