using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Fills a column of words, row by row, from the fields of the file.</summary>
internal sealed class TextFilling(string layer, FieldRule rule, RowDefects defects, ReadingTally tally)
{
    private const string UnknownWord = "unknown";

    private readonly Dictionary<string, (string Word, string Rule)> _words = new(StringComparer.Ordinal);

    /// <summary>The column.</summary>
    public TextSource Fill(IReadOnlyList<FieldSource> sources, int rows)
    {
        var texts = new TextColumnBuilder();
        for (var row = 0; row < rows; row++)
        {
            texts.Add(rule.Constant is null ? Word(sources, row) : Constant(sources, row));
        }

        return new TextSource(rule.Column.Name, texts.ToColumn());
    }

    // Where the field in braces is missing, so is the whole.
    private string Constant(IReadOnlyList<FieldSource> sources, int row)
    {
        if (rule.FieldInConstant is not { } field)
        {
            return rule.Constant!;
        }

        var value = sources[0].Field.TextOf(row).Trim();
        return value.Length == 0 ? "" : rule.Constant!.Replace($"{{{field}}}", value, StringComparison.Ordinal);
    }

    // The first source whose value means something; where none does, the first that is written stays as it is.
    private string Word(IReadOnlyList<FieldSource> sources, int row)
    {
        var kept = "";
        foreach (var source in sources)
        {
            var written = source.Field.TextOf(row).Trim();
            if (written.Length == 0)
            {
                continue;
            }

            if (!_words.TryGetValue(written, out var found))
            {
                found = _words[written] = Translate(written);
            }

            if (found.Rule.Length > 0)
            {
                tally.Add(found.Rule, written, found.Word.Length > 0 ? found.Word : UnknownWord);
            }

            if (found.Word.Length == 0)
            {
                continue;
            }

            if (rule.Column.Words.Count == 0 || rule.Column.Words.Contains(found.Word))
            {
                return found.Word;
            }

            kept = kept.Length == 0 ? written : kept;
        }

        if (kept.Length > 0 && rule.Column.Name != "danger_grade")
        {
            defects.Add(AttributeDefects.UnknownWord, row, $"{rule.Column.Name} is '{kept}', known are {string.Join(", ", rule.Column.Words)}");
        }

        return kept;
    }

    private (string Word, string Rule) Translate(string written)
    {
        var narrow = WrittenText.Narrow(written);
        if (rule.Words.TryGetValue(written, out var mapped) || rule.Words.TryGetValue(narrow, out mapped))
        {
            return mapped == UnknownWord ? ("", rule.IsPreset ? "by the preset" : "by the mapping")
                : (mapped, rule.IsPreset && mapped != written ? "a code or word of the preset" : "");
        }

        var known = rule.Column.Words.Count == 0 ? null : Vocabulary.WordFor(layer, rule.Column.Name, narrow);
        return known is not null ? (known, known == written ? "" : "another word for it")
            : WrittenText.SaysUnknown(narrow) ? ("", Reading.SaidUnknown.Rule)
            : (written, "");
    }
}
