using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>The text of a paragraph, which Word keeps in runs that may end in the middle of a placeholder.</summary>
internal static class DocxText
{
    /// <summary>The whole text of a paragraph.</summary>
    public static string Of(Paragraph paragraph) => string.Concat(TextsOf(paragraph).Select(text => text.Text));

    /// <summary>The whole text of anything, its paragraphs apart.</summary>
    public static string OfAll(OpenXmlElement element) => string.Join('\n', element.Descendants<Paragraph>().Select(Of));

    /// <summary>Fills the placeholders of a paragraph; each takes the look of the run that it begins in.</summary>
    public static void Fill(Paragraph paragraph, FieldScope scope)
    {
        var texts = TextsOf(paragraph);
        var whole = string.Concat(texts.Select(text => text.Text));
        foreach (var (start, length, name) in Placeholder.In(whole).Reverse())
        {
            if (scope.Value(name) is { } value)
            {
                Replace(texts, (start, length), Clean(value.Text));
            }
        }
    }

    private static List<WordText> TextsOf(Paragraph paragraph) =>
        [.. paragraph.Descendants<WordText>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    private static void Replace(List<WordText> texts, (int Start, int Length) span, string value)
    {
        var (at, end) = (0, span.Start + span.Length);
        foreach (var text in texts)
        {
            var (from, to) = (at, at + text.Text.Length);
            at = to;
            if (to <= span.Start || from >= end)
            {
                continue;
            }

            var before = text.Text[..Math.Max(0, span.Start - from)];
            var after = text.Text[Math.Min(text.Text.Length, end - from)..];
            text.Text = before + (from <= span.Start ? value : "") + after;
            text.Space = SpaceProcessingModeValues.Preserve;
        }
    }

    /// <summary>A text without what XML cannot hold.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value < 0x20 && rune.Value is not (0x9 or 0xA or 0xD) || rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));
}
