using System.Text;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Fills a column of words, row by row, from the fields of the file.</summary>
internal sealed class TextFilling(string layer, FieldRule rule, RowDefects defects, ReadingTally tally)
{
    private const string UnknownWord = "unknown";

    private readonly WrittenMemo<ReadWord> _words = new();

    /// <summary>The column.</summary>
    public TextSource Fill(IReadOnlyList<FieldSource> sources, int rows)
    {
        var texts = new TextColumnBuilder();
        for (var row = 0; row < rows; row++)
        {
            if (rule.Constant is null)
            {
                texts.Add(Word(sources, row));
            }
            else
            {
                texts.Add(Constant(sources, row));
            }
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
    private ReadOnlySpan<byte> Word(IReadOnlyList<FieldSource> sources, int row)
    {
        var kept = "";
        foreach (var source in sources)
        {
            var found = Found(source.Field, row);
            if (found.Rule.Length > 0)
            {
                tally.Add(found.Rule, found.Written, found.Word.Length > 0 ? found.Word : UnknownWord);
            }

            if (found.Word.Length == 0)
            {
                continue;
            }

            if (found.IsKnown)
            {
                return found.Utf8;
            }

            kept = kept.Length == 0 ? found.Written : kept;
        }

        if (kept.Length > 0 && rule.Column.Name != "danger_grade")
        {
            defects.Add(AttributeDefects.UnknownWord, row, $"{rule.Column.Name} is '{kept}', known are {string.Join(", ", rule.Column.Words)}");
        }

        return kept.Length == 0 ? [] : Encoding.UTF8.GetBytes(kept);
    }

    private ReadWord Found(SourceColumn field, int row)
    {
        var utf8 = field is TextSource texts ? texts.Values.Utf8(row) : Encoding.UTF8.GetBytes(field.TextOf(row));
        if (utf8.IsEmpty)
        {
            return ReadWord.Nothing;
        }

        if (!_words.TryFind(utf8, out var found))
        {
            found = Read(Encoding.UTF8.GetString(utf8).Trim());
            _words.Keep(utf8, found);
        }

        return found;
    }

    private ReadWord Read(string written)
    {
        if (written.Length == 0)
        {
            return ReadWord.Nothing;
        }

        var (word, by) = Translate(written);
        var isKnown = rule.Column.Words.Count == 0 || rule.Column.Words.Contains(word);
        return new ReadWord(written, word, by, isKnown, Encoding.UTF8.GetBytes(word));
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

    /// <summary>What a written text means.</summary>
    private sealed record ReadWord(string Written, string Word, string Rule, bool IsKnown, byte[] Utf8)
    {
        public static readonly ReadWord Nothing = new("", "", "", false, []);
    }
}
