using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What stands in a field: how many rows fill it, with how many different values, and the commonest.</summary>
internal sealed class FieldSummary
{
    private const int Shown = 8;

    private readonly List<KeyValuePair<string, int>> _values;

    private FieldSummary(string name, int rows, List<KeyValuePair<string, int>> values)
    {
        Name = name;
        Rows = rows;
        _values = values;
        Filled = values.Sum(value => value.Value);
    }

    /// <summary>Name of the field.</summary>
    public string Name { get; }

    /// <summary>Rows of the layer.</summary>
    public int Rows { get; }

    /// <summary>Rows that fill it.</summary>
    public int Filled { get; }

    /// <summary>Rows in which it is 0.</summary>
    public int Zeros => _values.Where(value => WrittenText.PlainNumber(WrittenText.Narrow(value.Key)) == 0).Sum(value => value.Value);

    /// <summary>Whether every row has a value of its own.</summary>
    public bool IsUnique => Filled == Rows && _values.Count == Rows && Rows > 0;

    /// <summary>The different values, most rows first.</summary>
    public IEnumerable<string> Values => _values.Select(value => value.Key);

    /// <summary>Looks at one field.</summary>
    public static FieldSummary Of(SourceColumn column)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < column.Count; row++)
        {
            var text = column.TextOf(row).Trim();
            if (text.Length > 0)
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }

        return new FieldSummary(column.Name, column.Count, [.. counts.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)]);
    }

    /// <summary>One line for people.</summary>
    public override string ToString() => Counts() + (IsUnique
        ? $", unique: {string.Join(", ", _values.Take(3).Select(value => Cut(value.Key)))}, …"
        : $", {_values.Count.ToString("N0", CultureInfo.InvariantCulture)} different: {Common()}{(_values.Count > Shown ? ", …" : "")}");

    /// <summary>How many rows fill it, for fields whose values nobody is shown.</summary>
    public string Counts() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Filled:N0} of {Rows:N0} filled");

    private string Common() => string.Join(", ", _values.Take(Shown).Select(value => string.Create(CultureInfo.InvariantCulture, $"{Cut(value.Key)} ({value.Value:N0})")));

    // A line break in a value would end the comment.
    private static string Cut(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length > 30 ? line[..30] + "…" : line;
    }
}
