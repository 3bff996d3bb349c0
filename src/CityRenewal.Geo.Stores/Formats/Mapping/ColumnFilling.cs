using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Fills one column of a city layer, row by row, from the fields of the file.</summary>
internal sealed class ColumnFilling(
    string layer, DeliveredLayer delivered, FieldRule rule, TextSource ids, List<Defect> defects)
{
    private const string UnknownWord = "unknown";

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _madeUnknown = new(StringComparer.Ordinal);

    /// <summary>The column; the note says which words the mapping made unknown, and how many rows that are.</summary>
    public SourceColumn Fill(IReadOnlyList<SourceColumn> sources, SourceColumn? unit, List<string> notes)
    {
        var filled = rule.Column.Kind == ColumnKind.Text ? Texts(sources) : Numbers(sources, unit);
        foreach (var (word, rows) in _madeUnknown)
        {
            notes.Add($"{rule.Column.Name}: '{word}' in {rows:N0} rows is unknown by the mapping");
        }

        return filled;
    }

    private TextSource Texts(IReadOnlyList<SourceColumn> sources)
    {
        var texts = new TextColumnBuilder();
        for (var row = 0; row < delivered.Shapes.Count; row++)
        {
            texts.Add(rule.Constant is null ? Word(sources, row) : Constant(sources, row));
        }

        return new TextSource(rule.Column.Name, texts.ToColumn());
    }

    // Where the field in braces is missing, so is the whole.
    private string Constant(IReadOnlyList<SourceColumn> sources, int row)
    {
        if (rule.FieldInConstant is not { } field)
        {
            return rule.Constant!;
        }

        var value = sources[0].TextOf(row).Trim();
        return value.Length == 0 ? "" : rule.Constant!.Replace($"{{{field}}}", value, StringComparison.Ordinal);
    }

    // The first source whose value means something; where none does, the first that is written stays as it is.
    private string Word(IReadOnlyList<SourceColumn> sources, int row)
    {
        var kept = "";
        foreach (var source in sources)
        {
            var written = source.TextOf(row).Trim();
            if (written.Length == 0)
            {
                continue;
            }

            if (!_words.TryGetValue(written, out var word))
            {
                word = _words[written] = Translate(written);
            }

            if (word == UnknownWord)
            {
                Count(written);
                return "";
            }

            if (rule.Column.Words.Count == 0 || rule.Column.Words.Contains(word))
            {
                return word;
            }

            kept = kept.Length == 0 ? written : kept;
        }

        if (kept.Length > 0 && rule.Column.Name != "danger_grade")
        {
            Add(AttributeDefects.UnknownWord, row, $"{rule.Column.Name} is '{kept}', known are {string.Join(", ", rule.Column.Words)}");
        }

        return kept;
    }

    private string Translate(string written) =>
        rule.Words.TryGetValue(written, out var mapped) ? mapped
        : rule.Column.Words.Count == 0 ? written
        : Vocabulary.WordFor(layer, rule.Column.Name, written) ?? written;

    private SourceColumn Numbers(IReadOnlyList<SourceColumn> sources, SourceColumn? unit)
    {
        var values = new double[delivered.Shapes.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = rule.Constant is { } constant ? NumberText.Parse(constant) : Number(sources, row) * Factor(unit, row);
        }

        return rule.Column.Kind == ColumnKind.Real
            ? new RealSource(rule.Column.Name, values)
            : new IntegerSource(rule.Column.Name, [.. values.Select((value, row) => Whole(value, row))]);
    }

    private double Number(IReadOnlyList<SourceColumn> sources, int row)
    {
        foreach (var source in sources)
        {
            var plain = rule.Words.Count == 0 && !rule.Column.IsYear ? Plain(source, row) : null;
            var written = plain is null ? source.TextOf(row).Trim() : "";
            var value = plain ?? (written.Length == 0 ? double.NaN : Number(written, row));
            if (!double.IsNaN(value))
            {
                return value;
            }
        }

        return double.NaN;
    }

    // Number columns of a GeoPackage need no detour through a text.
    private static double? Plain(SourceColumn source, int row) => source switch
    {
        RealSource reals => reals.Values[row],
        IntegerSource integers => integers.Values[row] == Unknown.Integer ? double.NaN : integers.Values[row],
        _ => null,
    };

    private double Number(string written, int row)
    {
        if (rule.Words.TryGetValue(written, out var mapped))
        {
            if (mapped == UnknownWord)
            {
                Count(written);
                return double.NaN;
            }

            written = mapped;
        }

        var number = rule.Column.IsYear ? NumberText.ParseYear(written) : NumberText.Parse(written);
        if (double.IsNaN(number))
        {
            Add(AttributeDefects.BadNumber, row, $"{rule.Column.Name} is '{written}'");
        }

        return number;
    }

    private double Factor(SourceColumn? unit, int row)
    {
        if (unit is null)
        {
            return rule.Unit?.Factor ?? 1;
        }

        var word = unit.TextOf(row).Trim();
        if (rule.Unit!.Factors.TryGetValue(word, out var factor))
        {
            return factor;
        }

        Add(AttributeDefects.UnknownWord, row, $"{unit.Name} is '{word}', which the mapping gives no unit for; {rule.Column.Name} is unknown");
        return double.NaN;
    }

    private int Whole(double value, int row)
    {
        if (double.IsNaN(value))
        {
            return Unknown.Integer;
        }

        var whole = Math.Round(value);
        if (Math.Abs(whole) < int.MaxValue && Math.Abs(whole - value) < 1e-6)
        {
            return (int)whole;
        }

        Add(AttributeDefects.BadNumber, row, $"{rule.Column.Name} is {value:R}, not a whole number");
        return Unknown.Integer;
    }

    private void Count(string word) => _madeUnknown[word] = _madeUnknown.GetValueOrDefault(word) + 1;

    private void Add(DefectKind kind, int row, string detail)
    {
        var shapes = delivered.Shapes;
        var vertex = shapes.RingStart[shapes.FeatureStart[row]];
        var hasPlace = vertex < shapes.RingStart[shapes.FeatureStart[row + 1]];
        var (x, y) = hasPlace ? (shapes.X[vertex], shapes.Y[vertex]) : (double.NaN, double.NaN);
        defects.Add(kind.At(new FeaturePlace(layer, ids.TextOf(row), delivered.Fids[row], x, y), detail));
    }
}
