using System.Text;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// The character set that a MapInfo file names in its head. Many name none (Neutral) or that of another machine; where the
/// user says which it is, GDAL is shown a copy that says so too.
/// </summary>
internal static partial class MapInfoCharset
{
    private const int HeadBytes = 2048;

    /// <summary>MapInfo's name of an encoding; null where it has none.</summary>
    public static string? NameOf(Encoding encoding) =>
        encoding == TextEncodings.Gb18030 ? "WindowsSimpChinese"
        : encoding.CodePage == 950 ? "WindowsTradChinese"
        : encoding.CodePage == 1252 ? "WindowsLatin1"
        : encoding is UTF8Encoding ? "UTF-8"
        : null;

    /// <summary>The bytes of a .tab or .mif with another character set in its head.</summary>
    public static byte[] With(byte[] file, string charset)
    {
        var length = Math.Min(HeadBytes, file.Length);
        var head = Encoding.Latin1.GetString(file, 0, length);
        var said = Named().Replace(head, found => $"{found.Groups[1].Value}{found.Groups[2].Value}{charset}{found.Groups[2].Value}", 1);
        return [.. Encoding.Latin1.GetBytes(said), .. file.AsSpan(length)];
    }

    [GeneratedRegex("(charset[ \t]+)(\"?)[A-Za-z0-9_-]+\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
