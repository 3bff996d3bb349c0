using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Counts the values of one column that were not taken as they are written.</summary>
internal sealed class ReadingTally(string column)
{
    // A free text in every row would otherwise be kept a second time.
    private const int MostTexts = 5000;
    private const int Shown = 3;

    private readonly Dictionary<(string Rule, string Written), (string Read, int Rows)> _texts = [];
    private readonly SortedDictionary<string, (int Texts, int Rows)> _rules = new(StringComparer.Ordinal);

    /// <summary>Counts one row.</summary>
    public void Add(string rule, string written, double read) =>
        Add(rule, written, double.IsNaN(read) ? "unknown" : read.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Counts one row.</summary>
    public void Add(string rule, string written, string read)
    {
        var isKnown = _texts.TryGetValue((rule, written), out var text);
        if (isKnown || _texts.Count < MostTexts)
        {
            _texts[(rule, written)] = (read, text.Rows + 1);
        }

        var sum = _rules.GetValueOrDefault(rule);
        _rules[rule] = (sum.Texts + (isKnown ? 0 : 1), sum.Rows + 1);
    }

    /// <summary>Every text with what it was read as, most rows first.</summary>
    public IEnumerable<ImportedReading> Readings() => _texts
        .OrderBy(text => text.Key.Rule, StringComparer.Ordinal)
        .ThenByDescending(text => text.Value.Rows)
        .ThenBy(text => text.Key.Written, StringComparer.Ordinal)
        .Select(text => new ImportedReading(column, text.Key.Written, text.Value.Read, text.Key.Rule, text.Value.Rows));

    /// <summary>One sentence a rule, with the commonest texts.</summary>
    public IEnumerable<string> Notes()
    {
        var readings = Readings().ToLookup(reading => reading.Rule);
        foreach (var (rule, sum) in _rules)
        {
            var shown = readings[rule].Take(Shown).ToList();
            var texts = shown.Select(text => $"'{text.Written}' in {text.Rows:N0} rows read as {text.Read}");
            var rest = sum.Texts > shown.Count
                ? $", and {sum.Texts - shown.Count:N0} more texts in {sum.Rows - shown.Sum(text => text.Rows):N0} rows"
                : "";
            yield return $"{column}: {string.Join(", ", texts)}{rest} ({rule})";
        }
    }
}
