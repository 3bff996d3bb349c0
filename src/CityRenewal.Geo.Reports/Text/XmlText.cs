using System.Text;
using System.Xml;

namespace CityRenewal.Geo.Reports.Text;

/// <summary>Text of people inside XML: marks escaped, and what XML cannot hold shown as the sign for an unknown letter.</summary>
public static class XmlText
{
    private const char Unknown = '\uFFFD';

    /// <summary>The text for elements and for attributes in double quotes.</summary>
    public static string Of(string text)
    {
        if (!NeedsCare(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            Append(safe, text, ref i);
        }

        return safe.ToString();
    }

    private static bool NeedsCare(string text)
    {
        foreach (var letter in text)
        {
            if (letter is '<' or '>' or '&' or '"' or '\'' || char.IsSurrogate(letter) || !XmlConvert.IsXmlChar(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder safe, string text, ref int i)
    {
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            safe.Append(text[i]).Append(text[++i]);
            return;
        }

        _ = text[i] switch
        {
            '<' => safe.Append("&lt;"),
            '>' => safe.Append("&gt;"),
            '&' => safe.Append("&amp;"),
            '"' => safe.Append("&quot;"),
            '\'' => safe.Append("&#39;"),
            _ => safe.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Unknown),
        };
    }
}
