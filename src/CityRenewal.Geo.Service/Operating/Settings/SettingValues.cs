using System.Globalization;
using System.Net;

namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>Reads what was given for a setting, or says what to give.</summary>
internal static class SettingValues
{
    public static string Text(IReadOnlyList<string> given) =>
        given is [{ Length: > 0 } one] ? one : throw new FormatException("give one value");

    public static int Whole(IReadOnlyList<string> given, int least, int most) =>
        int.TryParse(Text(given), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{string.Join(", ", given)}' is none; give a whole number from {least} to {most}"));

    public static int Megabytes(IReadOnlyList<string> given) => Whole(given, 1, 1024) << 20;

    public static TimeSpan Seconds(IReadOnlyList<string> given, int least, int most) => TimeSpan.FromSeconds(Whole(given, least, most));

    public static Uri Address(IReadOnlyList<string> given) =>
        Uri.TryCreate(Text(given), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            ? address
            : throw new FormatException($"'{string.Join(", ", given)}' is no address; give one that begins with https://");

    public static IPEndPoint EndPoint(IReadOnlyList<string> given)
    {
        var text = Text(given);
        var known = text.StartsWith("*:", StringComparison.Ordinal) ? "[::]" + text[1..] : text.StartsWith("localhost:", StringComparison.Ordinal) ? "127.0.0.1" + text[9..] : text;
        return known.LastIndexOf(':') > known.LastIndexOf(']') && known.Contains(':') && IPEndPoint.TryParse(known, out var point)
            ? point
            : throw new FormatException($"'{text}' is no address with a port; give for example 0.0.0.0:5443, [::]:5443 or *:5443 for all");
    }

    public static string Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.GetLeftPart(UriPartial.Authority) == text.TrimEnd('/')
            ? text.TrimEnd('/')
            : throw new FormatException($"'{text}' is no origin; give scheme, host and port only, for example https://plans.example.org ('*' is not taken)");

    public static T Word<T>(IReadOnlyList<string> given, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var known = new List<string>();
        foreach (var (word, value) in words)
        {
            if (Text(given) == word)
            {
                return value;
            }

            known.Add(word);
        }

        throw new FormatException($"'{string.Join(", ", given)}' is none; give one of {string.Join(", ", known)}");
    }
}
