using System.Text;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Codes and names in the form in which they are compared.</summary>
internal static partial class LedgerKeys
{
    /// <summary>A code: trimmed, full-width signs narrowed, in capitals.</summary>
    public static string Code(string text) => Narrow(text).Trim().ToUpperInvariant();

    /// <summary>
    /// A name: without blanks, full-width signs narrowed, in capitals, and 号, 号楼, #, 幢, 栋 and 棟 behind a number all 幢.
    /// </summary>
    public static string Name(string text)
    {
        var letters = Narrow(text).Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter switch
        {
            '—' or '–' or '─' or '～' or '~' => '-',
            '號' => '号',
            '棟' => '栋',
            _ => char.ToUpperInvariant(letter),
        });
        return HouseSign().Replace(new string([.. letters]), "幢");
    }

    /// <summary>The numbers in a name, one after the other: names whose numbers differ are never alike.</summary>
    public static string Numbers(string name) => string.Join(' ', Digits().Matches(name).Select(found => found.Value.TrimStart('0')));

    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            narrow.Append(letter switch
            {
                >= '！' and <= '～' => (char)(letter - '！' + '!'),
                '\u3000' or '\u00A0' => ' ',
                _ => letter,
            });
        }

        return narrow.ToString();
    }

    [GeneratedRegex("(?<=[0-9])(号楼|号幢|号栋|#楼|#|号|幢楼|幢|栋楼|栋)")]
    private static partial Regex HouseSign();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
