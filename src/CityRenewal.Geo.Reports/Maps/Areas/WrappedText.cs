using System.Globalization;
using System.Text;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Text in a column of a sheet: SVG breaks no lines, so they are broken here, between Chinese characters and at spaces.</summary>
internal sealed class WrappedText(StringBuilder svg, double left, double width)
{
    private const string NeverFirst = "，。、；：！？）》”’％,.;:!?)%·";

    /// <summary>Where the next line's upper edge lies.</summary>
    public double Top { get; set; }

    /// <summary>Writes a paragraph and goes on below it.</summary>
    /// <param name="text">Chinese, English or both.</param>
    /// <param name="size">Pixels of a character.</param>
    /// <param name="attributes">Further attributes: colour, weight.</param>
    /// <param name="indent">Pixels from the left edge of the column.</param>
    public void Write(string text, double size, string attributes, double indent = 0)
    {
        foreach (var line in Lines(text, (width - indent) / size))
        {
            Top += size * 1.36;
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{left + indent:0.#}\" y=\"{Top - (size * 0.28):0.#}\" font-size=\"{size:0.#}\" {attributes}>{XmlText.Of(line)}</text>");
        }
    }

    /// <summary>The lines of a text in a column of so many characters' width.</summary>
    public static IReadOnlyList<string> Lines(string text, double widthInCharacters)
    {
        var lines = new List<string>();
        var (start, lastBreak, used) = (0, 0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > start && MayBreakBefore(text, i))
            {
                lastBreak = i;
            }

            used += WidthOf(text[i]);
            if (used > widthInCharacters && lastBreak > start && text[i] != ' ')
            {
                lines.Add(text[start..lastBreak].Trim());
                start = lastBreak;
                used = text[start..(i + 1)].TrimStart().Sum(WidthOf);
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            lines.Add(rest);
        }

        return lines;
    }

    private static bool MayBreakBefore(string text, int i) =>
        !NeverFirst.Contains(text[i]) && (text[i - 1] == ' ' || IsWide(text[i]) || IsWide(text[i - 1]));

    private static bool IsWide(char letter) => letter >= '\u2E80';

    private static double WidthOf(char letter) => IsWide(letter) ? 1 : char.IsUpper(letter) ? 0.66 : letter is 'm' or 'w' or '≥' or '≤' ? 0.8 : 0.52;
}
